/// The road of a game, from a wish to a project that runs: design, engine files, documents, checks. Start at [GameCreator].
/// Knows nothing of chats.
@NullMarked
package atelier.create.dojo;

import org.jspecify.annotations.NullMarked;
