/// Tests of the whole.
@NullMarked
package atelier;

import org.jspecify.annotations.NullMarked;
