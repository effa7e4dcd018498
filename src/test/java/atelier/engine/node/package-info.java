/// Tests of `atelier.engine.node`.
@NullMarked
package atelier.engine.node;

import org.jspecify.annotations.NullMarked;
