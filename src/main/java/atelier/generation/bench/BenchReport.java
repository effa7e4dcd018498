package atelier.generation.bench;

import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model did at the bench.
///
/// @param model   its name
/// @param rows    a row a task, in the order they were asked
/// @param trouble why not all tasks were asked; null when they were
public record BenchReport(String model, List<Row> rows, @Nullable Sentence trouble) {
    public BenchReport {
        rows = List.copyOf(rows);
    }

    static BenchReport stopped(String model, List<Row> rows) {
        return new BenchReport(model, rows, Sentence.of("failure.stopped"));
    }

    /// @param task         of [BenchTask#name()]
    /// @param trouble      why there was no answer; null when there was one
    /// @param firstTokenMs milliseconds to the first visible text; 0 without an answer
    public record Row(String task, boolean passed, @Nullable Sentence trouble, long firstTokenMs, long totalMs,
            long outputTokens) {
        /// While it was writing; 0 when unknown.
        public double tokensPerSecond() {
            return perSecond(outputTokens, totalMs - firstTokenMs);
        }

        /// As a line of Markdown.
        public String line(Phrases phrases) {
            var name = Sentence.of("bench.task." + task);
            return trouble != null
                    ? phrases.say("bench.failed", "task", name, "why", trouble)
                    : phrases.say("bench.row", "mark", passed ? "✅" : "❌", "task", name, "first", firstTokenMs / 1000.0,
                            "whole", totalMs / 1000.0, "speed", speed(tokensPerSecond(), phrases));
        }
    }

    /// How many tasks were done as asked.
    public long passed() {
        return rows.stream().filter(Row::passed).count();
    }

    /// Half of the answers began within this time; 0 without any.
    public long medianFirstTokenMs() {
        var times = answered().stream().map(Row::firstTokenMs).sorted().toList();
        return times.isEmpty() ? 0 : times.get((times.size() - 1) / 2);
    }

    /// Of all answers together.
    public long totalMs() {
        return rows.stream().mapToLong(Row::totalMs).sum();
    }

    /// Of all answers together; 0 when unknown.
    public double tokensPerSecond() {
        return perSecond(answered().stream().mapToLong(Row::outputTokens).sum(),
                answered().stream().mapToLong(row -> row.totalMs() - row.firstTokenMs()).sum());
    }

    /// As Markdown: a line with the sum, then one a task, then the trouble if there was any.
    public List<String> lines(Phrases phrases) {
        if (rows.isEmpty() && trouble != null) {
            return List.of(phrases.say("bench.none", "model", model, "why", trouble));
        }
        var lines = new ArrayList<String>();
        lines.add(phrases.say("bench.sum", "model", model, "passed", passed(), "count", rows.size(), "median",
                medianFirstTokenMs() / 1000.0, "total", totalMs() / 1000.0, "speed",
                speed(tokensPerSecond(), phrases)));
        rows.forEach(row -> lines.add("- " + row.line(phrases)));
        if (trouble != null) {
            lines.add(trouble.in(phrases));
        }
        return lines;
    }

    private List<Row> answered() {
        return rows.stream().filter(row -> row.trouble() == null).toList();
    }

    private static double perSecond(long tokens, long ms) {
        return ms <= 0 ? 0 : 1000.0 * tokens / ms;
    }

    private static String speed(double tokensPerSecond, Phrases phrases) {
        return tokensPerSecond == 0 ? "" : phrases.say("bench.speed", "tokens", tokensPerSecond);
    }
}
