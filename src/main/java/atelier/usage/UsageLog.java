package atelier.usage;

import java.time.Instant;
import java.util.List;

/// Keeps every [Usage].
public interface UsageLog {
    void record(Usage usage);

    /// Sums over an account since `from`.
    Totals totals(long account, Instant from);

    /// How each model did since `from`: for each a row of all its tasks (named by an empty text), then one for each task.
    List<ModelFigures> models(Scope scope, Instant from);

    /// Whether this model has answered in this conversation.
    boolean answeredIn(long conversation, String provider, String model);

    /// @param answers pieces of work that were delivered
    record Totals(long answers, long inputTokens, long outputTokens, double costUsd) {}
}
