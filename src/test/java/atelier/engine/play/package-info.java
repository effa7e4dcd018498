/// Links and pages as people and attackers use them.
@NullMarked
package atelier.engine.play;

import org.jspecify.annotations.NullMarked;
