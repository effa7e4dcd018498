package atelier.engine.job;

import atelier.account.Accounts;
import atelier.account.Tier;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.engine.port.Wakes;

/// The line in which each person's wishes wait until as many are under way as their tier allows.
public final class Line {
    private final Jobs jobs;
    private final JobQueue queue;
    private final Accounts accounts;
    private final Wakes wakes;

    public Line(Parts parts) {
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.accounts = parts.accounts();
        this.wakes = parts.wakes();
    }

    /// Ends a job, unless it has ended, and lets the person's next one begin; in the current transaction.
    ///
    /// @return whether this call ended it
    public boolean end(Job job, Job.State state) {
        var ended = jobs.end(job.id(), state);
        if (ended && state == Job.State.CANCELLED) {
            wakes.wake(Wakes.Matter.STOPS); // another node may be at it
        }
        if (ended) {
            jobs.advance(job.account(), () -> tier(job).concurrentJobs())
                    .ifPresent(next -> queue.submit(next, tier(job).priority()));
        }
        return ended;
    }

    private Tier tier(Job job) {
        return accounts.byId(job.account()).tier();
    }
}
