package atelier.generation;

/// Who has a say in which models are asked, and who is told of it.
///
/// @param spending pays for cloud models
/// @param ranking  knows who did well at what
/// @param calls    hears of every call
public record Oversight(Spending spending, TaskRanking ranking, CallListener calls) {
    /// Nobody pays, advises or listens.
    public static final Oversight NONE = new Oversight(Spending.UNLIMITED, TaskRanking.NONE, CallListener.NONE);
}
