package atelier.usage;

import atelier.language.Phrases;
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
    public Page page(Scope scope, String name, Phrases phrases) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        var figures = calls.figures(scope, clock.instant().minus(WINDOW)).stream()
                .filter(it -> it.calls() > 0 && isNamed(it, wanted)).toList();
        if (figures.isEmpty()) {
            return new Page(List.of(wanted.isEmpty()
                    ? phrases.say("statistics.none")
                    : phrases.say("statistics.none.named", "name", name.strip(), "days", WINDOW.toDays())), null);
        }
        var models = models(figures);
        var whose = Sentence.of("statistics.heading." + word(scope));
        var rows = new StatisticsLine(Sentence.of("statistics.key." + word(scope)), phrases);
        var lines = new ArrayList<String>();
        lines.add(phrases.say("statistics.title", "heading", whose, "days", WINDOW.toDays()));
        for (var model : models) {
            lines.add("- **%s/%s** %s".formatted(model.provider(), model.model(), rows.of(model)));
            figures.stream().filter(it -> isSame(it, model) && !it.equals(model))
                    .filter(it -> !wanted.isEmpty() || it.task().equals(Call.BENCH))
                    .forEach(it -> lines
                            .add("  - %s: %s".formatted(TaskWords.said(it.task()).in(phrases), rows.of(it))));
        }
        var title = Sentence.of("statistics.chart.title", "heading", whose, "days", WINDOW.toDays());
        return new Page(lines, ModelChart.png(title, phrases, models));
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

    private static String word(Scope scope) {
        return switch (scope) {
            case Scope.Person _ -> "PERSON";
            case Scope.Chat _ -> "CHAT";
            case Scope.Everybody _ -> "EVERYBODY";
        };
    }
}
