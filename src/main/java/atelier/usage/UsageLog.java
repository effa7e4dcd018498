package atelier.usage;

import java.time.Instant;

/// Keeps every [Usage].
public interface UsageLog {
    void record(Usage usage);

    /// Sums over an account since `from`.
    Totals totals(long account, Instant from);

    /// @param answers pieces of work that were delivered
    record Totals(long answers, long inputTokens, long outputTokens, double costUsd) {}
}
