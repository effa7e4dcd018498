package atelier.engine.job;

import atelier.generation.Cancellation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Jobs running in this process, so that they can be stopped.
public final class Running {
    private final Map<String, Cancellation> jobs = new ConcurrentHashMap<>();

    Cancellation start(String job) {
        return jobs.computeIfAbsent(job, _ -> new Cancellation());
    }

    void end(String job) {
        jobs.remove(job);
    }

    /// The running job's; empty when it does not run here.
    public Optional<Cancellation> of(String job) {
        return Optional.ofNullable(jobs.get(job));
    }

    void cancelAll() {
        jobs.values().forEach(Cancellation::cancel);
    }

    Set<String> ids() {
        return Set.copyOf(jobs.keySet());
    }

    public int count() {
        return jobs.size();
    }
}
