package atelier.usage;

import atelier.language.Sentence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How models did for one person, one team or everybody, to be read and to be looked at.
public final class ModelStatistics {
    /// What is looked back on.
    public static final Duration WINDOW = Duration.ofDays(30);

    private final Calls calls;
    private final InstantSource clock;

    public ModelStatistics(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// @param lines   Markdown, the first one a heading
    /// @param picture PNG; null when there is nothing to show
    @SuppressWarnings("ArrayRecordComponent")
    public record Page(List<String> lines, byte @Nullable [] picture) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /// @param name of a model or a part of it, to see its tasks too; blank for all models
    public Page page(Scope scope, String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        var figures = calls.figures(scope, clock.instant().minus(WINDOW)).stream()
                .filter(it -> it.calls() > 0 && isNamed(it, wanted)).toList();
        if (figures.isEmpty()) {
            return new Page(List.of(wanted.isEmpty()
                    ? "Nothing is recorded yet: models are measured whenever they are asked. `/model bench` asks them now."
                    : "No call of a model “%s” is recorded in the last %d days. `/model stats` shows all.".formatted(
                            name.strip(), WINDOW.toDays())),
                    null);
        }
        var models = models(figures);
        var lines = new ArrayList<String>();
        lines.add("**%s**, last %d days".formatted(heading(scope), WINDOW.toDays()));
        for (var model : models) {
            lines.add("- **%s/%s** %s".formatted(model.provider(), model.model(), line(model, key(scope))));
            figures.stream().filter(it -> isSame(it, model) && !it.equals(model))
                    .filter(it -> !wanted.isEmpty() || it.task().equals(Call.BENCH))
                    .forEach(it -> lines.add("  - %s: %s".formatted(TaskWords.of(it.task()), line(it, key(scope)))));
        }
        return new Page(lines, ModelChart.png(heading(scope) + " · last " + WINDOW.toDays() + " days", models));
    }

    /// The provider's name counts from its beginning only: else `llama` would be all of Ollama's models.
    private static boolean isNamed(CallFigures it, String wanted) {
        return it.model().toLowerCase(Locale.ROOT).contains(wanted)
                || it.id().toLowerCase(Locale.ROOT).startsWith(wanted);
    }

    /// One row a model, the busiest first: of its work, or of the bench where it has done no other.
    private static List<CallFigures> models(List<CallFigures> figures) {
        return figures.stream()
                .filter(it -> it.task().isEmpty() || (it.task().equals(Call.BENCH)
                        && figures.stream().noneMatch(other -> isSame(other, it) && other.task().isEmpty())))
                .sorted(Comparator.comparingLong(CallFigures::calls).reversed().thenComparing(CallFigures::id))
                .toList();
    }

    private static boolean isSame(CallFigures one, CallFigures other) {
        return one.id().equals(other.id()) && one.local() == other.local();
    }

    private static String heading(Scope scope) {
        return switch (scope) {
            case Scope.Person _ -> "Your models";
            case Scope.Chat _ -> "Models in this chat";
            case Scope.Everybody _ -> "Models of everybody here";
        };
    }

    private static String key(Scope scope) {
        return switch (scope) {
            case Scope.Person _ -> "your key";
            case Scope.Chat _ -> "the team's or a member's key";
            case Scope.Everybody _ -> "people's own keys";
        };
    }

    private static String line(CallFigures it, String key) {
        var isBench = it.task().equals(Call.BENCH);
        var line = new StringBuilder(String.format(Locale.ROOT, "%s%s%,d of %,d %s (%.0f %%)",
                it.local() ? "local, " : "cloud, ", isBench ? "bench, " : "", it.done(), it.calls(),
                isBench ? "right" : "answered", Math.floor(100 * it.successShare())));
        if (it.done() > 0) {
            line.append(String.format(Locale.ROOT, "; first words %s, at most %s for 9 of 10; whole %s, at most %s",
                    seconds(it.first().medianMs()), seconds(it.first().p90Ms()), seconds(it.total().medianMs()),
                    seconds(it.total().p90Ms())));
        }
        if (it.tokensPerSecond() > 0) {
            line.append(String.format(Locale.ROOT, "; %.0f tokens/s", it.tokensPerSecond()));
        }
        line.append("; ").append(it.cost()
                .words(Sentence.plain(key), Sentence.of(it.local() || !it.own() ? "cost.free" : "cost.elsewhere"))
                .inEnglish());
        return it.likes() + it.dislikes() == 0
                ? line.toString()
                : line.append("; 👍 ").append(it.likes()).append(" 👎 ").append(it.dislikes()).toString();
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, ms < 9950 ? "%.1f s" : "%.0f s", ms / 1000.0);
    }
}
