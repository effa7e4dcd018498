/// Games: a typed design ([GameDesign]) and the skeletons ([Skeletons]) that turn any valid design into a game that runs. Start with
/// [GameDesign]. Knows nothing of chats or of where the words came from.
@NullMarked
package atelier.create.game;

import org.jspecify.annotations.NullMarked;
