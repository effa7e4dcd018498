/// The built-in composer: melodies with a light accompaniment, made without any model and the same for the same seed.
/// Start at `MelodyCreator`; `Planner` settles what the words leave open, `Composer` writes the score.
/// Knows sound and notes from `audio`; must not know chats, stores or how a model is asked.
@NullMarked
package atelier.create.music;

import org.jspecify.annotations.NullMarked;
