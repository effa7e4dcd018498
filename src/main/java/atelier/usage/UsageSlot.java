package atelier.usage;

import java.time.Instant;

/// What one model did in a quarter of an hour.
///
/// @param at       its beginning
/// @param provider empty where the work was made without a model
/// @param answers  pieces of work that were delivered
public record UsageSlot(Instant at, String provider, String model, boolean local, long answers,
        long inputTokens, long outputTokens,
        Cost cost) {}
