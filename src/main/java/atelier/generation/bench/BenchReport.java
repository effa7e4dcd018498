package atelier.generation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a model did at the bench.
///
/// @param model   its name
/// @param rows    a row a task, in the order they were asked
/// @param trouble a sentence on why not all tasks were asked; empty when they were
public record BenchReport(String model, List<Row> rows, String trouble) {
    public BenchReport {
        rows = List.copyOf(rows);
    }

    static BenchReport stopped(String model, List<Row> rows) {
        return new BenchReport(model, rows, "Stopped.");
    }

    /// @param trouble      why there was no answer; empty when there was one
    /// @param firstTokenMs milliseconds to the first visible text; 0 without an answer
    public record Row(String task, boolean passed, String trouble, long firstTokenMs, long totalMs, long outputTokens) {
        /// While it was writing; 0 when unknown.
        public double tokensPerSecond() {
            return perSecond(outputTokens, totalMs - firstTokenMs);
        }

        /// As a line of Markdown.
        public String line() {
            if (!trouble.isEmpty()) {
                return "❌ %s: %s".formatted(task, trouble);
            }
            return String.format(Locale.ROOT, "%s %s: first words %.1f s, whole %.1f s%s", passed ? "✅" : "❌", task,
                    firstTokenMs / 1000.0, totalMs / 1000.0, speed(tokensPerSecond()));
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
    public List<String> lines() {
        if (rows.isEmpty()) {
            return List.of("**%s**: %s".formatted(model, trouble));
        }
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "**%s**: %d of %d tasks right, half began within %.1f s, %.1f s in all%s",
                model,
                passed(), rows.size(), medianFirstTokenMs() / 1000.0, totalMs() / 1000.0, speed(tokensPerSecond())));
        rows.forEach(row -> lines.add("- " + row.line()));
        if (!trouble.isEmpty()) {
            lines.add(trouble);
        }
        return lines;
    }

    private List<Row> answered() {
        return rows.stream().filter(row -> row.trouble().isEmpty()).toList();
    }

    private static double perSecond(long tokens, long ms) {
        return ms <= 0 ? 0 : 1000.0 * tokens / ms;
    }

    private static String speed(double tokensPerSecond) {
        return tokensPerSecond == 0 ? "" : String.format(Locale.ROOT, ", %.0f tokens/s", tokensPerSecond);
    }
}
