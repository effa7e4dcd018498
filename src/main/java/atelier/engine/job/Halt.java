package atelier.engine.job;

import atelier.engine.delivery.Replies;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.language.Sentence;
import atelier.quota.Quota;
import java.util.List;

/// Stops work, in the current transaction: what runs here is cancelled, what does not is ended and given back.
public final class Halt {
    private final Jobs jobs;
    private final Line line;
    private final Quota quota;
    private final Running running;
    private final Replies replies;

    public Halt(Parts parts, Running running, Replies replies) {
        this.jobs = parts.jobs();
        this.line = new Line(parts);
        this.quota = parts.quota();
        this.running = running;
        this.replies = replies;
    }

    /// @param account whose work it must be
    /// @return whether there was something to stop
    public boolean stop(long account, String id) {
        var job = jobs.find(account, id);
        if (job.isEmpty()) {
            return false;
        }
        var here = running.of(id);
        if (here.isPresent()) {
            // What follows (connections are closed, threads woken) is not for a transaction.
            replies.afterCommit(here.get()::cancel);
            return true;
        }
        var ended = line.end(job.get(), Job.State.CANCELLED);
        if (ended) {
            quota.release(id);
            replies.send(account, job.get().address(), Sentence.of("delivery.stopped"), List.of());
        }
        return ended;
    }

    /// Stops all the work of somebody, what waits first, so that it does not begin.
    public void stopAll(long account) {
        jobs.unfinished(account).reversed().forEach(id -> stop(account, id));
    }
}
