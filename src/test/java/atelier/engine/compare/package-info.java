/// Single parts of a comparison; whole ones are played as conversations in [atelier.engine].
@NullMarked
package atelier.engine.compare;

import org.jspecify.annotations.NullMarked;
