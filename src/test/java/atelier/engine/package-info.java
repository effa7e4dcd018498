/// The road of a message, played as conversations: [atelier.engine.TestAtelier] is a whole Atelier with a chat in memory.
@NullMarked
package atelier.engine;

import org.jspecify.annotations.NullMarked;
