package atelier.engine.intake;

import atelier.account.Account;
import atelier.chat.ReplyAddress;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.engine.answer.QuickAnswers;
import atelier.engine.compare.Lineup;
import atelier.engine.delivery.Next;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Running;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.engine.provider.KeyEntry;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.quota.Quota;
import atelier.quota.Spend;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Understands words and decides what they lead to: an answer at once, a question, a job, or a refusal.
final class Dispatch {
    private final Quota quota;
    private final Conversations conversations;
    private final Jobs jobs;
    private final JobQueue queue;
    private final IntentParser parser;
    private final InstantSource clock;
    private final Running running;
    private final Replies replies;
    private final Meters meters;
    private final QuickAnswers quickAnswers;
    private final KeyEntry keyEntry;
    private final Lineup lineup;

    Dispatch(Parts parts, Running running, Replies replies) {
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.parser = parts.parser();
        this.clock = parts.clock();
        this.running = running;
        this.replies = replies;
        this.meters = parts.meters();
        this.quickAnswers = new QuickAnswers(parts);
        this.keyEntry = new KeyEntry(parts);
        this.lineup = new Lineup(parts);
    }

    void understand(Heard heard) {
        keyEntry.in(heard.words(), heard.invocation(), heard.conversation().pending(), heard.asker())
                .ifPresentOrElse(entered -> take(heard, entered), () -> read(heard));
    }

    /// From here on nothing holds what was said.
    private void take(Heard heard, KeyEntry.Entered entered) {
        if (entered.hadKey()) {
            replies.forget(heard.replyAt());
        }
        settleQuestion(heard);
        follow(heard.silent("/provider"), entered.next());
    }

    private void settleQuestion(Heard heard) {
        if (heard.conversation().pending() != null) {
            conversations.ask(heard.conversation().id(), null);
        }
    }

    private void read(Heard heard) {
        var parsed = parse(heard);
        meters.understood(parsed.intent());
        var question = parsed.question();
        if (question != null) {
            say(heard, Questions.asked(question).asking(heard.spoken()));
            return;
        }
        settleQuestion(heard);
        act(heard, parsed);
    }

    private Parsed parse(Heard heard) {
        var last = jobs.lastDone(heard.conversation().id());
        var situation = Situations.of(last, heard.attachments(), !jobs.unfinished(heard.account().id()).isEmpty());
        var fresh = parser.parse(heard.words(), heard.invocation(), situation);
        var pending = heard.conversation().pending();
        return pending == null || Questions.isNewMatter(pending, fresh, heard)
                ? fresh
                : Questions.answered(pending, heard, situation, parser, fresh);
    }

    private void act(Heard heard, Parsed parsed) {
        switch (parsed.intent()) {
            case Intent.Cancel _ ->
                say(heard, Say.text(stopAll(heard.account())));
            case Intent.Regenerate _ -> jobs.lastEnded(heard.conversation().id()).ifPresentOrElse(
                    job -> again(heard.account(), job, heard.replyAt()),
                    () -> say(heard, Say.text("There is nothing to make again yet. Tell me what to make.")));
            case Intent.EditLast edit when edit.action().equals("edit") ->
                Revisions.of(edit, jobs.lastDone(heard.conversation().id()), parsed).ifPresentOrElse(
                        revision -> begin(heard, revision.intent(), revision.revises(), modelWish(parsed)),
                        () -> say(heard, Say.text(Revisions.UNCLEAR)));
            case Intent.CompareModels asked -> {
                var hasMaterial = !heard.attachments().isEmpty() || heard.quoted() != null;
                switch (lineup.draw(asked, heard.asker(), heard.attachments(), hasMaterial)) {
                    case Lineup.Drawn.Told(var say) -> say(heard, say);
                    case Lineup.Drawn.Ready(var intent) -> begin(heard, intent, null, null);
                }
            }
            case Intent intent -> {
                switch (quickAnswers.to(intent, heard.asker(), heard.conversation())) {
                    case Next.Work _ -> begin(heard, intent, null, modelWish(parsed));
                    case Next other -> follow(heard, other);
                }
            }
        }
    }

    private void follow(Heard heard, Next next) {
        switch (next) {
            case Next.Said(var say) -> say(heard, say);
            case Next.Errand(var errand) -> begin(heard, errand, null, null);
            case Next.Work _ -> throw new IllegalArgumentException("there is nothing to work on");
        }
    }

    private void say(Heard heard, Say say) {
        if (say.asking() != null) {
            conversations.ask(heard.conversation().id(), say.asking());
        }
        replies.say(heard.account().id(), heard.replyAt(), say);
    }

    private static @Nullable String modelWish(Parsed parsed) {
        return parsed.entities().get("model") instanceof String model ? model : null;
    }

    private void begin(Heard heard, Intent intent, @Nullable String revises, @Nullable String model) {
        submit(heard.account(),
                new Job(newId(), heard.account().id(), heard.conversation().id(), intent, heard.spoken(),
                        heard.quoted(), heard.attachments(), revises, model, newSeed(), false, heard.replyAt(),
                        Job.State.QUEUED, 0));
    }

    void again(Account account, Job job, ReplyAddress replyAt) {
        submit(account, new Job(newId(), account.id(), job.conversation(), Revisions.anotherTake(job.intent()),
                job.words(), job.quoted(),
                job.attachments(), job.revises(), job.model(), newSeed(), true, replyAt, Job.State.QUEUED, 0));
    }

    private void submit(Account account, Job job) {
        if (job.isErrand()) {
            queue(account, job);
            return;
        }
        var busy = jobs.unfinished(account.id()).size();
        if (busy >= account.tier().concurrentJobs()) {
            replies.say(account.id(), job.address(), Say.text(
                    "I am still at work on %s for you; the %s tier makes %d at a time. Say “stop” or wait until it is done. Nothing was charged."
                            .formatted(busy == 1 ? "something" : busy + " things", account.tier().name(),
                                    account.tier().concurrentJobs())));
            return;
        }
        switch (quota.reserve(account, job.id(), job.messages())) {
            case Spend.Refused(var sentence, _) -> replies.say(account.id(), job.address(), Say.text(sentence));
            case Spend.Granted _ -> {
                conversations.append(job.conversation(),
                        new Turn(Turn.Role.PERSON, job.words(), job.id(), clock.instant()));
                queue(account, job);
            }
        }
    }

    private void queue(Account account, Job job) {
        jobs.add(job);
        queue.submit(job.id(), account.tier().priority());
    }

    private String stopAll(Account account) {
        var unfinished = jobs.unfinished(account.id());
        unfinished.forEach(id -> stop(account, id));
        return unfinished.isEmpty() ? "There is nothing running to stop." : "Stopping…";
    }

    /// @return whether there was something to stop
    boolean stop(Account account, String id) {
        var job = jobs.find(id).filter(found -> found.account() == account.id());
        if (job.isEmpty()) {
            return false;
        }
        var here = running.of(id);
        if (here.isPresent()) {
            // What follows (connections are closed, threads woken) is not for a transaction.
            replies.afterCommit(here.get()::cancel);
            return true;
        }
        var ended = jobs.end(id, Job.State.CANCELLED);
        if (ended) {
            quota.release(id);
            replies.send(account.id(), job.get().address(), Replies.STOPPED, List.of(), "answer", List.of());
        }
        return ended;
    }

    private static long newSeed() {
        return RandomGenerator.getDefault().nextLong(0, 1_000_000);
    }

    private static String newId() {
        return "j" + Long.toString(System.currentTimeMillis(), 36)
                + Long.toString(RandomGenerator.getDefault().nextLong(36L * 36 * 36 * 36 * 36), 36);
    }
}
