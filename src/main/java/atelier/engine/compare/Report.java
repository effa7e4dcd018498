package atelier.engine.compare;

import atelier.language.Phrases;
import atelier.language.Sentence;
import atelier.usage.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words of a finished comparison: shortly for the chat, whole for the file.
final class Report {
    /// Characters of all answers together, so that the report fits a message or two.
    private static final int ROOM = 1500;
    private static final int LEAST = 200;

    private final Compared compared;
    private final String verdict;
    private final Phrases phrases;

    Report(Compared compared) {
        this.compared = compared;
        this.phrases = compared.phrases();
        this.verdict = Verdict.of(compared.made()).sentence(compared.phrases());
    }

    String brief() {
        var parts = new ArrayList<String>();
        var room = Math.max(LEAST, ROOM / compared.made().size());
        for (var take : compared.takes()) {
            parts.add(switch (take) {
                case Take.Made made -> "**%s**\n%s".formatted(made.name(), shortened(made.creation().text(), room));
                case Take.Missed missed ->
                    "✗ " + phrases.say("compare.failed", "model", "**" + missed.name() + "**", "reason",
                            missed.reason());
            });
        }
        parts.add(verdict);
        parts.add(figures().stream().map(line -> "-# " + line).collect(Collectors.joining("\n")));
        return String.join("\n\n", parts);
    }

    String whole() {
        var parts = new ArrayList<String>();
        parts.add("# " + phrases.say("compare.title"));
        parts.add(compared.request().isBlank() ? "" : "> " + compared.request().replace("\n", "\n> "));
        for (var take : compared.takes()) {
            parts.add("## " + take.name());
            parts.add(switch (take) {
                case Take.Made made -> made.creation().text() + checks(made);
                case Take.Missed missed -> phrases.say("compare.missed", "why", missed.sentence());
            });
        }
        parts.add("## " + phrases.say("compare.verdict"));
        parts.add(verdict);
        parts.add(figures().stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private String checks(Take.Made made) {
        return made.creation().checks().stream()
                .map(check -> "\n- %s %s: %s".formatted(check.passed() ? "✓" : "✗", check.named(phrases),
                        check.in(phrases)))
                .collect(Collectors.joining("", made.creation().checks().isEmpty() ? "" : "\n", ""));
    }

    private List<String> figures() {
        var made = compared.made();
        var lines = new ArrayList<String>();
        made.forEach(take -> lines.add(line(take.name() + by(take), take.answered().totalMs(), take.tokens(),
                take.answered().costWords())));
        lines.add(line(phrases.say("compare.together"), compared.took().toMillis(),
                made.stream().mapToLong(Take.Made::tokens).sum(),
                together(made))
                + " · " + phrases.say("compare.counted", "count", made.size()));
        return lines;
    }

    /// Whoever answered in its place is named.
    private String by(Take.Made take) {
        var id = take.answered().provider() + "/" + take.answered().model();
        var asked = take.model().toLowerCase(Locale.ROOT);
        var hasAnswered = take.answered().skipped().isEmpty() || id.toLowerCase(Locale.ROOT).startsWith(asked);
        return " (" + phrases.say(take.answered().local() ? "job.local" : "job.cloud")
                + (hasAnswered ? ")" : ", " + phrases.say("compare.in-place", "model", id) + ")");
    }

    private static Sentence together(List<Take.Made> made) {
        var isFree = made.stream().allMatch(take -> take.answered().costWords().equals(Sentence.of("cost.free")));
        return made.stream().map(take -> take.answered().cost()).reduce(Cost.NOTHING, Cost::plus)
                .words(Sentence.of("cost.key.yours"),
                        Sentence.of(isFree ? "cost.free" : "cost.elsewhere"));
    }

    private String line(String who, long millis, long tokens, Sentence cost) {
        return phrases.say("compare.line", "who", who, "seconds", millis / 1000.0, "tokens", tokens, "cost", cost);
    }

    /// At a line or a word where one is near; a code fence left open by the cut is closed.
    private String shortened(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        var cut = Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
        var at = Math.max(text.lastIndexOf('\n', cut), text.lastIndexOf(' ', cut));
        var kept = text.substring(0, at > room / 2 ? at : cut).stripTrailing();
        var isOpen = kept.lines().filter(line -> line.stripLeading().startsWith("```")).count() % 2 == 1;
        return kept + "…" + (isOpen ? "\n```" : "") + "\n" + phrases.say("compare.rest", "file", "comparison.md");
    }
}
