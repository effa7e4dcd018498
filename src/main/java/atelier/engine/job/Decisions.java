package atelier.engine.job;

import atelier.engine.port.Job;
import atelier.generation.Cancellation;
import java.util.Optional;

/// Decides what a job is about whose words could mean several things.
public interface Decisions {
    /// Asks a model; blocks until it has answered, or for some seconds.
    ///
    /// @return what is to be worked on; empty when the person was answered or asked instead
    Optional<Job> decide(Job job, Cancellation cancellation);
}
