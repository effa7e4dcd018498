package atelier.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One piece of work and what it used.
///
/// @param task    kind of intent
/// @param model   null when a built-in maker made it, or nothing came of it
/// @param outcome `done`, `failed` or `cancelled`
public record Usage(String job, long account, long conversation, String task, @Nullable String model,
        @Nullable String provider, boolean local, long inputTokens, long outputTokens, long firstTokenMs, long totalMs,
        Cost cost, String outcome, Instant at) {
    /// One that nobody's own key paid.
    public Usage(String job, long account, long conversation, String task, @Nullable String model,
            @Nullable String provider, boolean local, long inputTokens, long outputTokens, long firstTokenMs,
            long totalMs, double costUsd, String outcome, Instant at) {
        this(job, account, conversation, task, model, provider, local, inputTokens, outputTokens, firstTokenMs, totalMs,
                Cost.of(costUsd), outcome, at);
    }
}
