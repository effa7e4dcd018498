package atelier.engine.compare;

import atelier.language.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Who did best, as far as that can be checked: fewest failed checks, then completeness. Taste is left to the person's vote.
record Verdict(List<Take.Made> leaders, List<Take.Made> made) {
    static Verdict of(List<Take.Made> made) {
        var hasFiles = made.stream().anyMatch(take -> !take.creation().files().isEmpty());
        var order = Comparator.comparingLong(Take.Made::failedChecks)
                .thenComparing(take -> hasFiles && take.creation().files().isEmpty())
                .thenComparing(take -> isCutOff(take.creation().text()));
        var best = made.stream().min(order);
        var leaders = made.stream().filter(take -> best.isPresent() && order.compare(take, best.get()) == 0).toList();
        return new Verdict(leaders, made);
    }

    /// An open code fence: the answer ends before its end.
    private static boolean isCutOff(String text) {
        return text.lines().filter(line -> line.stripLeading().startsWith("```")).count() % 2 == 1;
    }

    String sentence(Phrases phrases) {
        if (made.size() == 1) {
            return phrases.say("compare.only", "model", made.getFirst().name());
        }
        if (leaders.size() == 1) {
            return "🏆 " + phrases.say("compare.wins", "model", leaders.getFirst().name(), "reasons", reasons(phrases));
        }
        if (leaders.size() < made.size()) {
            return phrases.say("compare.lead", "models", leaders.stream().map(take -> "**" + take.name() + "**")
                    .collect(Collectors.joining(phrases.say("compare.and"))), "reasons", reasons(phrases));
        }
        return made.stream().allMatch(take -> take.creation().checks().isEmpty())
                ? phrases.say("compare.words")
                : phrases.say("compare.draw", "reasons", reasons(phrases));
    }

    private String reasons(Phrases phrases) {
        return made.stream().map(take -> take.name() + ": " + reason(take, phrases)).collect(Collectors.joining("; "));
    }

    private static String reason(Take.Made take, Phrases phrases) {
        if (isCutOff(take.creation().text())) {
            return phrases.say("compare.breaks-off");
        }
        return take.creation().checks().isEmpty() ? phrases.say("compare.unchecked") : take.checked(phrases);
    }
}
