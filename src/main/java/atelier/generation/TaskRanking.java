package atelier.generation;

import atelier.language.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What earlier answers taught about who serves a kind of task best.
public interface TaskRanking {
    /// Has learned nothing.
    TaskRanking NONE = (cause, models) -> new Ranked(models, null);

    /// Puts the models, named by [Model#id], into the order to ask them. Never waits for a server or a database.
    Ranked rank(Terms.Cause cause, List<String> models);

    /// @param models  the same models, the most promising first
    /// @param because one short line for the person when the order was changed; null when it was not
    record Ranked(List<String> models, @Nullable Sentence because) {
        public Ranked {
            models = List.copyOf(models);
        }
    }
}
