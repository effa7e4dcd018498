package atelier.engine.compare;

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

    String sentence() {
        if (made.size() == 1) {
            return "Only **%s** answered, so there is no winner.".formatted(made.getFirst().name());
        }
        if (leaders.size() == 1) {
            return "🏆 **%s** wins by its checks: %s.".formatted(leaders.getFirst().name(), reasons());
        }
        if (leaders.size() < made.size()) {
            return "%s lead by their checks (%s); your 👍 picks the winner.".formatted(
                    leaders.stream().map(take -> "**" + take.name() + "**").collect(Collectors.joining(" and ")),
                    reasons());
        }
        return made.stream().allMatch(take -> take.creation().checks().isEmpty())
                ? "Words have no checks to win by; your 👍 picks the winner."
                : "A draw by the checks (%s); your 👍 picks the winner.".formatted(reasons());
    }

    private String reasons() {
        return made.stream().map(take -> take.name() + ": " + reason(take)).collect(Collectors.joining("; "));
    }

    private static String reason(Take.Made take) {
        if (isCutOff(take.creation().text())) {
            return "breaks off";
        }
        return take.creation().checks().isEmpty() ? "nothing to check" : take.checked();
    }
}
