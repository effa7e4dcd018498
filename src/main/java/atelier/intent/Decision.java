package atelier.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an utterance is taken for: the rules speak first, likeness weighs what they say.
///
/// @param action   of the kinds that have one, else empty
/// @param question which question to ask because the rule is unsure
record Decision(Intent.Kind kind, String action, double confidence, @Nullable String question,
        List<Parsed.Likely> likeliest) {
    /// From here on a part of an utterance speaks for the whole.
    private static final double SURE = 0.85;
    private static final int MOST_LIKELY = 3;
    private static final double WORTH_NAMING = 0.03;
    private static final Set<Intent.Kind> WISHES = EnumSet.complementOf(EnumSet.of(Intent.Kind.CHAT,
            Intent.Kind.UNKNOWN, Intent.Kind.GREETING, Intent.Kind.THANKS, Intent.Kind.GENERAL_HELP,
            Intent.Kind.CANCEL, Intent.Kind.REGENERATE));

    static Decision on(Utterance said) {
        var ruled = ruled(said);
        var likeness = Likeness.of(Traits.of(said, ruled));
        var ranked = likeness.ranked();
        var kind = ranked.getFirst();
        var likeliest = ranked.stream().limit(MOST_LIKELY)
                .map(each -> new Parsed.Likely(each, likeness.share(each)))
                .filter(likely -> likely.share() >= WORTH_NAMING).toList();
        boolean agreed = ruled.kind() == kind;
        var action = agreed ? ruled.action() : Rules.action(kind, said.reading());
        double confidence = likeness.share(kind);
        var question = agreed && isOpen(ruled, confidence) ? ruled.question() : null;
        return new Decision(kind, action, question == null ? confidence : Math.min(confidence, ruled.confidence()),
                question, likeliest);
    }

    /// Words that may well mean one thing or another stay open, whatever others meant; what to do with code shows.
    private static boolean isOpen(Rules.Verdict ruled, double confidence) {
        return ruled.question() != null
                && (confidence < IntentParser.TOO_DOUBTFUL || !ruled.question().equals("code"));
    }

    /// The whole is read first. Where it is mere talk, a part of it may still ask for something: "It rains all day. Could
    /// you make me a game?"
    static Rules.Verdict ruled(Utterance said) {
        var verdict = Rules.judge(said.reading());
        if (verdict.kind() != Intent.Kind.CHAT || said.reading().is("act:negated")) {
            return verdict;
        }
        for (var clause : said.reading().findings.clauses(said.prose())) {
            var part = said.part(clause);
            var asked = part.length() < 2 ? verdict : Rules.judge(part);
            if (asked.confidence() >= SURE && WISHES.contains(asked.kind())) {
                return asked;
            }
        }
        return verdict;
    }
}
