/// Tests of `atelier.drawing`.
@NullMarked
package atelier.drawing;

import org.jspecify.annotations.NullMarked;
