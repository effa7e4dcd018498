package atelier.engine.intake;

import atelier.account.Account;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.engine.community.Community;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.people.Features;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.engine.team.HouseRules;
import atelier.language.Phrases;
import atelier.quota.Quota;
import atelier.quota.Spend;
import java.time.InstantSource;

/// Decides whether a job may begin: by what the person has under way and by the messages they have left.
final class Admission {
    /// So many of a person's wishes wait behind those under way.
    private static final int MOST_WAITING = 3;
    /// So many wishes of everybody may be queued before newcomers are asked to come back.
    private static final int MOST_QUEUED = 1000;
    /// So many may run beside somebody's work: they cost nothing, but a bench takes minutes, and a few people could keep all busy.
    private static final int ERRANDS_BESIDE = 2;

    private final Quota quota;
    private final Conversations conversations;
    private final Jobs jobs;
    private final JobQueue queue;
    private final InstantSource clock;
    private final Replies replies;
    private final Community community;
    private final HouseRules houseRules;
    private final Features features;

    Admission(Parts parts, Replies replies) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.clock = parts.clock();
        this.replies = replies;
        this.community = parts.community();
        this.houseRules = new HouseRules(parts.community(), parts.accounts());
        this.features = new Features(parts.people().tiers());
    }

    /// Queues the job, lets it wait behind the person's others, or says why not.
    void submit(Account account, Job job) {
        var locked = features.refusal(account, job.intent());
        if (locked.isPresent()) {
            replies.say(account.id(), job.address(), locked.get());
            return;
        }
        var isNew = job.state() != Job.State.RUNNING;
        var underway = jobs.underway(account.id());
        var active = underway.active() - (isNew ? 0 : 1);
        var atOnce = account.tier().concurrentJobs();
        var queued = queue.length();
        var forbidden = houseRules.refusal(account, job);
        if (isNew && community.isDraining()) {
            refuse(account, job, Phrases.of(account.locale()).say("admin.draining"));
        } else if (forbidden.isPresent()) {
            refuse(account, job, forbidden.get());
        } else if (isNew && queued >= MOST_QUEUED) {
            refuse(account, job,
                    "There is more to do right now than I can promise: %d wishes are before yours. Please send it again in a few minutes; nothing was charged."
                            .formatted(queued));
        } else if (job.isErrand()) {
            submitErrand(account, job, active);
        } else if (isNew && (active >= atOnce || underway.waiting() > 0)) {
            enqueue(account, job, underway);
        } else if (job.isUndecided() || isGranted(account, job)) {
            take(account, job);
        }
    }

    private void submitErrand(Account account, Job job, int active) {
        if (active < account.tier().concurrentJobs() + ERRANDS_BESIDE) {
            take(account, job);
        } else {
            refuse(account, job,
                    "I am still at work on %s for you. Say “stop” or wait until it is done. Nothing was charged."
                            .formatted(active == 1 ? "something" : active + " things"));
        }
    }

    private void enqueue(Account account, Job job, Jobs.Underway underway) {
        if (job.revises() != null) {
            refuse(account, job,
                    "I am still at work on something for you. Tell me what to change when it is done; nothing was charged.");
        } else if (underway.waiting() >= MOST_WAITING) {
            refuse(account, job,
                    "%d of your wishes wait already, and more I cannot remember. Say “stop” to drop them all, or wait until one is done. Nothing was charged."
                            .formatted(underway.waiting()));
        } else if (job.isUndecided() || isGranted(account, job)) {
            jobs.add(job.waiting());
            var before = underway.active() + underway.waiting();
            replies.say(account.id(), job.address(), Say.text(
                    "⏳ In line: I begin when %s. The %s tier makes %d at a time; say “stop” to drop what waits."
                            .formatted(
                                    before == 1
                                            ? "your wish before it is done"
                                            : "your " + before + " wishes before it are done",
                                    account.tier().name(), account.tier().concurrentJobs())));
        }
    }

    private boolean isGranted(Account account, Job job) {
        return switch (quota.reserve(account, job.id(), job.messages())) {
            case Spend.Refused(var sentence, _) -> {
                refuse(account, job, sentence);
                yield false;
            }
            case Spend.Granted _ -> {
                conversations.append(job.conversation(),
                        new Turn(Turn.Role.PERSON, job.words(), job.id(), clock.instant()));
                yield true;
            }
        };
    }

    private void refuse(Account account, Job job, String sentence) {
        replies.say(account.id(), job.address(), Say.text(sentence));
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
