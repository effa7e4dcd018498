package atelier.usage;

/// How a model did at one kind of task, or at all of them, call by call.
///
/// @param task  kind of intent, or [Call#BENCH]; empty for all together
/// @param calls those that say something of the model
/// @param done  those it answered
/// @param first to the first visible text, of those it answered
/// @param total in all, of those it answered
/// @param tokensPerSecond while it was writing; 0 when unknown
/// @param costUsd of all its calls, stopped ones too
/// @param likes votes for what it delivered
public record CallFigures(String provider, String model, boolean local, String task, long calls, long done, Times first,
        Times total, double tokensPerSecond, double costUsd, long likes, long dislikes) {
    /// The model's name everywhere.
    public String id() {
        return provider + "/" + model;
    }

    /// The provider as people know it: a server of somebody's own bears a mark behind a tilde.
    String kind() {
        return provider.split("~", 2)[0];
    }

    /// Whether somebody registered its server for themselves or their team.
    boolean isOwn() {
        return provider.indexOf('~') >= 0;
    }

    /// Share of the calls that were answered, from 0 to 1.
    public double successShare() {
        return calls == 0 ? 0 : (double) done / calls;
    }

    /// @param medianMs half of them took at most this long; 0 without any
    /// @param p90Ms    nine of ten took at most this long
    public record Times(long medianMs, long p90Ms) {}
}
