package atelier.intent;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an utterance is taken for: the rules speak first, likeness weighs what they say.
///
/// @param action   of the kinds that have one, else empty
/// @param question which question to ask because the rule is unsure
record Decision(Intent.Kind kind, String action, double confidence, @Nullable String question,
        List<Parsed.Likely> likeliest) {
    /// From here on a part of an utterance speaks for the whole.
    private static final double SURE = 0.85;
    /// In words; "hey, anyone there?" is shorter.
    private static final int SHORTEST_QUESTION = 4;
    private static final Pattern ASKED_IN_CHINESE = Pattern.compile("是什么|什么是|为什么|多少|哪[里个些]|告诉我|讲讲|介绍");
    private static final int MOST_LIKELY = 3;
    private static final double WORTH_NAMING = 0.03;
    private static final Set<Intent.Kind> WISHES = EnumSet.complementOf(EnumSet.of(Intent.Kind.CHAT,
            Intent.Kind.UNKNOWN, Intent.Kind.GREETING, Intent.Kind.THANKS, Intent.Kind.GENERAL_HELP,
            Intent.Kind.CANCEL, Intent.Kind.REGENERATE));

    static Decision on(Utterance said) {
        var ruled = ruled(said);
        var likeness = Likeness.of(Traits.of(said, ruled));
        var ranked = likeness.ranked();
        var isAsked = isAskedBehindAGreeting(ranked, ruled, said);
        var kind = isAsked ? ruled.kind() : ranked.getFirst();
        var likeliest = ranked.stream().limit(MOST_LIKELY)
                .map(each -> new Parsed.Likely(each, likeness.share(each)))
                .filter(likely -> likely.share() >= WORTH_NAMING).toList();
        boolean agreed = ruled.kind() == kind;
        var action = agreed ? ruled.action() : Rules.action(kind, said.reading());
        double confidence = isAsked ? Math.max(SURE, ruled.confidence()) : likeness.share(kind);
        var question = agreed && isOpen(ruled, confidence) ? ruled.question() : null;
        return new Decision(kind, action, question == null ? confidence : Math.min(confidence, ruled.confidence()),
                question, likeliest);
    }

    /// "Hello, what is a river?" wants an answer rather than a greeting.
    private static boolean isAskedBehindAGreeting(List<Intent.Kind> ranked, Rules.Verdict ruled,
            Utterance said) {
        var reading = said.reading();
        var isOneOrTheOther = ranked.getFirst() == Intent.Kind.GREETING
                || ranked.subList(0, 2).equals(List.of(Intent.Kind.CHAT, Intent.Kind.GREETING));
        return isOneOrTheOther && ruled.kind() == Intent.Kind.CHAT && reading.is("greeting") && isAsked(said);
    }

    private static boolean isAsked(Utterance said) {
        var reading = said.reading();
        var isQuestion = reading.is("act:what") || reading.is("tell");
        return (isQuestion && reading.length() >= SHORTEST_QUESTION) || ASKED_IN_CHINESE.matcher(said.prose()).find();
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
