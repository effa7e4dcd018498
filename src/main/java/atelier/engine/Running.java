package atelier.engine;

import atelier.generation.Cancellation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Jobs running in this process, so that they can be stopped.
final class Running {
    private final Map<String, Cancellation> jobs = new ConcurrentHashMap<>();

    Cancellation start(String job) {
        return jobs.computeIfAbsent(job, _ -> new Cancellation());
    }

    void end(String job) {
        jobs.remove(job);
    }

    /// @return whether the job was running here
    boolean cancel(String job) {
        var cancellation = jobs.get(job);
        if (cancellation != null) {
            cancellation.cancel();
        }
        return cancellation != null;
    }

    void cancelAll() {
        jobs.values().forEach(Cancellation::cancel);
    }

    int count() {
        return jobs.size();
    }
}
