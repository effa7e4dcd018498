package atelier.engine.intake;

import atelier.engine.delivery.Say;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.intent.Question;
import atelier.intent.Situation;
import atelier.language.Phrases;
import java.util.List;

/// Questions the bot asks, and what is made of the answers. What was said before the question is stored with the
/// conversation, so a question survives a restart.
final class Questions {
    private static final double SURE = 0.8;
    /// Commands that ask for one thing after the other.
    private static final List<String> EXACT = List.of("/model ", "/provider ", "/compare", "/template ",
            "/conversation ", "/mydata ");

    private Questions() {}

    static Say asked(Question question, Phrases phrases) {
        return new Say(question.asks().in(phrases), question.choices().stream().limit(10).map(
                choice -> Say.Choice.of(choice.shown().in(phrases), choice.means().in(phrases).strip())).toList());
    }

    /// Whether the words stand for themselves instead of answering the question.
    static boolean isNewMatter(String pending, Parsed fresh, Heard heard) {
        if (heard.invocation() != null || heard.words().startsWith("/")) {
            return true;
        }
        // Names, addresses and keys may look like anything.
        return EXACT.stream().anyMatch(pending::startsWith)
                ? fresh.intent() instanceof Intent.Cancel
                : fresh.confidence() >= SURE && fresh.question() == null && !isTalk(fresh.intent());
    }

    private static boolean isTalk(Intent intent) {
        return intent instanceof Intent.Talk || intent instanceof Intent.Unknown
                || intent instanceof Intent.ExplainCode;
    }

    /// The earlier words with the answer added. Words that still leave the same question open are taken as they are.
    static Parsed answered(String pending, Heard heard, Situation situation, IntentParser parser, Parsed fresh) {
        var joined = parser.parse((pending + " " + heard.words()).strip(), null, situation);
        return joined.question() == null
                ? joined
                : new Parsed(fresh.intent(), fresh.confidence(), fresh.entities(), null);
    }
}
