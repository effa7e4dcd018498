package atelier.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Keeps a record of every [Call], for statistics and for learning. What people are charged stands in [UsageLog].
///
/// A call that was stopped, or that nobody was asked to answer, says nothing of a model: it is kept, and its cost counts, but it is
/// neither a success nor a failure.
public interface Calls {
    /// How long calls are worth keeping.
    Duration KEPT = Duration.ofDays(90);

    /// Adds all of them or none.
    void add(List<Call> calls);

    /// How each model did since `from`: for each a row of all its tasks but the bench (named by an empty text), then one for each task.
    /// For everybody without the servers that people registered: which they have is for them and their teams to know.
    List<CallFigures> figures(Scope scope, Instant from);

    /// What all calls for one piece of work cost, whatever came of them, those of its parts (`job.1`) too.
    Cost spent(String job);

    /// What everybody's calls since `from` teach, the newest first.
    List<Lesson> lessons(Instant from, int limit);

    /// Removes calls older than that.
    void forget(Instant before);
}
