package atelier.engine.intake;

import atelier.account.Account;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.quota.Quota;
import atelier.quota.Spend;
import java.time.InstantSource;

/// Decides whether a job may begin: by what the person has under way and by the messages they have left.
final class Admission {
    /// So many may run beside somebody's work: they cost nothing, but a bench takes minutes, and a few people could keep all busy.
    private static final int ERRANDS_BESIDE = 2;

    private final Quota quota;
    private final Conversations conversations;
    private final Jobs jobs;
    private final JobQueue queue;
    private final InstantSource clock;
    private final Replies replies;

    Admission(Parts parts, Replies replies) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.clock = parts.clock();
        this.replies = replies;
    }

    /// Queues the job, or says why not.
    void submit(Account account, Job job) {
        var busy = jobs.unfinished(account.id()).stream().filter(id -> !id.equals(job.id())).count();
        var isErrand = job.isErrand();
        if (isErrand && busy < account.tier().concurrentJobs() + ERRANDS_BESIDE) {
            take(account, job);
            return;
        }
        if (isErrand || busy >= account.tier().concurrentJobs()) {
            replies.say(account.id(), job.address(), Say.text(
                    "I am still at work on %s for you; the %s tier makes %d at a time. Say “stop” or wait until it is done. Nothing was charged."
                            .formatted(busy == 1 ? "something" : busy + " things", account.tier().name(),
                                    account.tier().concurrentJobs())));
            return;
        }
        if (job.isUndecided()) {
            take(account, job);
            return;
        }
        switch (quota.reserve(account, job.id(), job.messages())) {
            case Spend.Refused(var sentence, _) -> replies.say(account.id(), job.address(), Say.text(sentence));
            case Spend.Granted _ -> {
                conversations.append(job.conversation(),
                        new Turn(Turn.Role.PERSON, job.words(), job.id(), clock.instant()));
                take(account, job);
            }
        }
    }

    /// Queues a new job; one that is running already now has its matter.
    private void take(Account account, Job job) {
        if (job.state() == Job.State.RUNNING) {
            jobs.decide(job.id(), job.intent(), job.revises(), job.model());
        } else {
            jobs.add(job);
            queue.submit(job.id(), account.tier().priority());
        }
    }
}
