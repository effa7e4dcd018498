/// What a message asks for. Text in, [Intent] out: pure, under a millisecond, no model and no database. Start at
/// [IntentParser]; its words stand in the resources `words-*.txt`, their meaning in `rules.txt`, the commands in
/// [CommandTable]. [Decision] weighs the rules by [Likeness], whose `weights.bin` is learned by `LikenessTraining` beside
/// the tests. Knows [atelier.chat] and nothing else of Atelier.
@NullMarked
package atelier.intent;

import org.jspecify.annotations.NullMarked;
