package atelier.usage;

/// How a model did at one kind of task, or at all of them.
///
/// @param task     kind of intent; empty for all together
/// @param calls    pieces of work it was asked for
/// @param done     those it delivered
/// @param medianMs half of the delivered took at most this long; 0 without any
/// @param p95Ms    95 of 100 delivered took at most this long
/// @param local    whether all of it was made at home
/// @param likes    votes for what it delivered
public record ModelFigures(String provider, String model, boolean local, String task, long calls, long done,
        long medianMs, long p95Ms, long inputTokens, long outputTokens, Cost cost, long likes, long dislikes) {
    /// Share of the calls that were delivered, from 0 to 1.
    public double successShare() {
        return calls == 0 ? 0 : (double) done / calls;
    }
}
