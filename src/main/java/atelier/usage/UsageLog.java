package atelier.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps every [Usage].
public interface UsageLog {
    void record(Usage usage);

    /// Sums over an account since `from`.
    Totals totals(long account, Instant from);

    /// How each model did since `from`: for each a row of all its tasks (named by an empty text), then one for each task.
    List<ModelFigures> models(Scope scope, Instant from);

    /// Who delivered a piece of work last; empty when nobody did, or no model.
    Optional<Answerer> answerer(String job);

    /// @param provider what kind of server it is on
    record Answerer(String provider, String model) {}

    /// Whether this model has answered in this conversation.
    boolean answeredIn(long conversation, String provider, String model);

    /// @param answers pieces of work that were delivered
    /// @param local   whether all of them were made at home
    /// @param cost    of all work, what failed or was stopped too
    record Totals(long answers, long inputTokens, long outputTokens, boolean local, Cost cost) {}

    /// What each model did since `from`, by quarters of an hour, which fit into the days of every time zone.
    List<UsageSlot> slots(Scope scope, Instant from);
}
