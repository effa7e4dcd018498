package atelier.generation;

/// Who has a say in which models are asked and when, and who is told of it.
///
/// @param spending pays for cloud models
/// @param ranking  knows who did well at what
/// @param calls    hears of every call
/// @param queueing says whose turn it is
public record Oversight(Spending spending, TaskRanking ranking, CallListener calls, Queueing queueing) {
    /// Nobody pays, advises or listens.
    public static final Oversight NONE = new Oversight(Spending.UNLIMITED, TaskRanking.NONE, CallListener.NONE);

    /// With lines of its own before the servers.
    public Oversight(Spending spending, TaskRanking ranking, CallListener calls) {
        this(spending, ranking, calls, Queueing.alone());
    }
}
