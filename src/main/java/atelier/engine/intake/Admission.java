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
import atelier.language.Sentence;
import atelier.quota.Quota;
import atelier.quota.Spend;
import java.time.InstantSource;

/// Decides whether a job may begin: by what the person has under way and by the messages they have left.
final class Admission {
    /// So many of a person's wishes wait behind those under way.
    private static final int MOST_WAITING = 3;
    /// So many wishes may be under way or wait in one channel or group.
    private static final int MOST_IN_TEAM = 50;
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
    private final Features features;
    private final Community community;
    private final HouseRules houseRules;

    Admission(Parts parts, Replies replies) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.clock = parts.clock();
        this.replies = replies;
        this.features = new Features(parts.people().tiers());
        this.community = parts.community();
        this.houseRules = new HouseRules(parts.community(), parts.accounts());
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
            tell(account, job, Sentence.of("admin.draining"));
        } else if (forbidden.isPresent()) {
            tell(account, job, Sentence.plain(forbidden.get()));
        } else if (isNew && queued >= MOST_QUEUED) {
            tell(account, job, Sentence.of("intake.crowded", "count", queued));
        } else if (isNew && isFull(job)) {
            tell(account, job, Sentence.of("intake.team-full", "count", MOST_IN_TEAM));
        } else if (job.isErrand()) {
            submitErrand(account, job, active);
        } else if (isNew && (active >= atOnce || underway.waiting() > 0)) {
            enqueue(account, job, underway);
        } else if (job.isUndecided() || isGranted(account, job)) {
            take(account, job);
        }
    }

    private boolean isFull(Job job) {
        var chat = job.address().chat();
        return !chat.isPrivate() && jobs.unfinishedIn(chat.key(), MOST_IN_TEAM) >= MOST_IN_TEAM;
    }

    private void submitErrand(Account account, Job job, int active) {
        if (active < account.tier().concurrentJobs() + ERRANDS_BESIDE) {
            take(account, job);
        } else {
            tell(account, job, Sentence.of("intake.busy", "count", active));
        }
    }

    private void enqueue(Account account, Job job, Jobs.Underway underway) {
        if (job.revises() != null) {
            tell(account, job, Sentence.of("intake.busy.change"));
        } else if (underway.waiting() >= MOST_WAITING) {
            tell(account, job, Sentence.of("intake.full", "count", underway.waiting()));
        } else if (job.isUndecided() || isGranted(account, job)) {
            jobs.add(job.waiting());
            var before = underway.active() + underway.waiting();
            tell(account, job, Sentence.of("intake.in-line", "before", before, "tier", account.tier().name(),
                    "atOnce", account.tier().concurrentJobs()));
        }
    }

    private boolean isGranted(Account account, Job job) {
        return switch (quota.reserve(account, job.id(), job.messages())) {
            case Spend.Refused(var sentence, _) -> {
                tell(account, job, sentence);
                yield false;
            }
            case Spend.Granted _ -> {
                conversations.append(job.whose(), job.conversation(),
                        new Turn(Turn.Role.PERSON, job.words(), job.id(), clock.instant()));
                yield true;
            }
        };
    }

    private void tell(Account account, Job job, Sentence sentence) {
        replies.say(account.id(), job.address(), Say.text(sentence.in(Phrases.of(account.locale()))));
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
