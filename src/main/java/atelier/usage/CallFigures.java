package atelier.usage;

/// How a model did at one kind of task, or at all of them, call by call.
///
/// @param provider what kind of server it is on: two servers of one kind with the same model count as one
/// @param own   whether all its calls went to a server that somebody registered for themselves or their team
/// @param task  kind of intent, or [Call#BENCH]; empty for all together
/// @param calls those that say something of the model
/// @param done  those it answered
/// @param first to the first visible text, of those it answered
/// @param total in all, of those it answered
/// @param tokensPerSecond while it was writing; 0 when unknown
/// @param cost of all its calls, stopped ones too
/// @param likes votes for what it delivered
public record CallFigures(String provider, String model, boolean local, boolean own, String task, long calls, long done,
        Times first, Times total, double tokensPerSecond, Cost cost, long likes, long dislikes) {
    /// The model's name everywhere.
    public String id() {
        return provider + "/" + model;
    }

    /// Share of the calls that were answered, from 0 to 1.
    public double successShare() {
        return calls == 0 ? 0 : (double) done / calls;
    }

    /// @param medianMs half of them took at most this long; 0 without any
    /// @param p90Ms    nine of ten took at most this long
    public record Times(long medianMs, long p90Ms) {}
}
