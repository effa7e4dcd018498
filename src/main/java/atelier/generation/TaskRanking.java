package atelier.generation;

import java.util.List;

/// What earlier answers taught about who serves a kind of task best.
public interface TaskRanking {
    /// Has learned nothing.
    TaskRanking NONE = (cause, models) -> new Ranked(models, "");

    /// Puts the models, named by [Model#id], into the order to ask them. Never waits for a server or a database.
    Ranked rank(Terms.Cause cause, List<String> models);

    /// @param models  the same models, the most promising first
    /// @param because one short line for the person when the order was changed; empty when it was not
    record Ranked(List<String> models, String because) {
        public Ranked {
            models = List.copyOf(models);
        }
    }
}
