package atelier.engine.intake;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.ButtonPress;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.ReplyAddress;
import atelier.conversation.Conversations;
import atelier.conversation.Turn;
import atelier.engine.answer.QuickAnswers;
import atelier.engine.delivery.Doubts;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Running;
import atelier.engine.port.Buttons;
import atelier.engine.port.Inbox;
import atelier.engine.port.Job;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Jobs;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.quota.Quota;
import atelier.quota.Rates;
import atelier.quota.Spend;
import atelier.usage.Votes;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Decides what one new event leads to: words at once, a question, a job, or a refusal. Runs inside the transaction that
/// stores the event, so it waits for nothing.
public final class Intake {
    private final Inbox inbox;
    private final Accounts accounts;
    private final Rates rates;
    private final Quota quota;
    private final Conversations conversations;
    private final Jobs jobs;
    private final JobQueue queue;
    private final Buttons buttons;
    private final IntentParser parser;
    private final InstantSource clock;
    private final Running running;
    private final Replies replies;
    private final Doubts doubts;
    private final Votes votes;
    private final Meters meters;
    private final QuickAnswers quickAnswers;

    public Intake(Parts parts, Running running, Replies replies, Doubts doubts) {
        this.inbox = parts.inbox();
        this.accounts = parts.accounts();
        this.rates = parts.rates();
        this.quota = parts.quota();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.queue = parts.queue();
        this.buttons = parts.buttons();
        this.parser = parts.parser();
        this.clock = parts.clock();
        this.running = running;
        this.replies = replies;
        this.doubts = doubts;
        this.votes = parts.votes();
        this.meters = parts.meters();
        this.quickAnswers = new QuickAnswers(parts);
    }

    public void accept(Incoming event) {
        if (!inbox.add(event.chat().platform(), event.eventId())) {
            return;
        }
        var account = accounts.of(event.sender());
        var wait = rates.take(account);
        if (!wait.isZero()) {
            slowDown(account, event,
                    "That was more than %d requests in a minute. Please try again in %d s; nothing was charged."
                            .formatted(account.tier().requestsPerMinute(), wait.toSeconds() + 1));
            return;
        }
        switch (event) {
            case Message message -> hear(account, message);
            case ButtonPress press -> press(account, press);
        }
    }

    /// Said a few times only: answering each message of a flood would hold up everybody in the chat.
    private void slowDown(Account account, Incoming event, String sentence) {
        switch (event) {
            case ButtonPress press -> replies.notice(press, sentence);
            case Message message when rates.mayTell(account) ->
                replies.say(account.id(), message.replyAt(), Say.text(sentence));
            case Message _ -> {
            }
        }
    }

    public void apologise(Incoming event) {
        if (inbox.add(event.chat().platform(), event.eventId())) {
            replies.say(accounts.of(event.sender()).id(), event.replyAt(),
                    Say.text("I stumbled over that message. Nothing was charged; please say it in other words."));
        }
    }

    private void hear(Account account, Message message) {
        var pointed = PointedAt.of(message);
        var complaint = Words.complaint(pointed.words(), message);
        var heard = new Heard(account, conversations.current(account.id(), message.chat().key()), pointed.words(),
                pointed.invocation(), pointed.quoted(), message.attachments(), message.replyAt());
        if (complaint.isPresent()) {
            replies.say(account.id(), message.replyAt(), Say.text(complaint.get()));
        } else {
            understand(heard);
        }
    }

    private void press(Account account, ButtonPress press) {
        var meaning = buttons.find(press.buttonId());
        if (meaning.isEmpty()) {
            replies.notice(press, "That button no longer works. Say it in words instead.");
        } else if (meaning.get().account() != account.id() || !meaning.get().chatKey().equals(press.chat().key())) {
            replies.notice(press, "That button belongs to somebody else. Ask me for your own.");
        } else {
            press(account, press, meaning.get());
        }
    }

    private void press(Account account, ButtonPress press, Buttons.Meaning meaning) {
        var conversation = conversations.current(account.id(), press.chat().key());
        switch (meaning.action()) {
            case STOP ->
                replies.notice(press, stop(account, meaning.argument()) ? "Stopping…" : "That has ended already.");
            case REGENERATE -> {
                var job = jobs.find(meaning.argument()).filter(found -> found.account() == account.id());
                replies.notice(press, job.isPresent() ? "Once more…" : "I no longer have that.");
                job.ifPresent(found -> again(account, found, press.replyAt()));
            }
            case SAY -> {
                replies.notice(press, "");
                understand(
                        new Heard(account, conversation, meaning.argument(), null, null, List.of(), press.replyAt()));
            }
            case SEND_AGAIN -> replies.notice(press, doubts.sendAgain(account.id(), meaning.argument())
                    ? "Once more…"
                    : "I no longer have that. Say “again” to have it made anew.");
            case LIKE, DISLIKE -> {
                votes.vote(meaning.argument(), account.id(), meaning.action() == Buttons.Action.LIKE);
                replies.notice(press, "Thank you. I keep that in mind.");
            }
        }
    }

    private void understand(Heard heard) {
        var parsed = parse(heard);
        meters.understood(parsed.intent());
        var question = parsed.question();
        if (question != null) {
            conversations.ask(heard.conversation().id(), heard.spoken());
            replies.say(heard.account().id(), heard.replyAt(), Questions.asked(question));
            return;
        }
        if (heard.conversation().pending() != null) {
            conversations.ask(heard.conversation().id(), null);
        }
        act(heard, parsed);
    }

    private Parsed parse(Heard heard) {
        var last = jobs.lastDone(heard.conversation().id());
        var situation = Situations.of(last, heard.attachments(), !jobs.unfinished(heard.account().id()).isEmpty());
        var fresh = parser.parse(heard.words(), heard.invocation(), situation);
        var pending = heard.conversation().pending();
        return pending == null || Questions.isNewMatter(fresh, heard)
                ? fresh
                : Questions.answered(pending, heard, situation, parser, fresh);
    }

    private void act(Heard heard, Parsed parsed) {
        switch (parsed.intent()) {
            case Intent.Cancel _ ->
                replies.say(heard.account().id(), heard.replyAt(), Say.text(stopAll(heard.account())));
            case Intent.Regenerate _ -> jobs.lastEnded(heard.conversation().id()).ifPresentOrElse(
                    job -> again(heard.account(), job, heard.replyAt()),
                    () -> replies.say(heard.account().id(), heard.replyAt(),
                            Say.text("There is nothing to make again yet. Tell me what to make.")));
            case Intent.EditLast edit when edit.action().equals("edit") ->
                Revisions.of(edit, jobs.lastDone(heard.conversation().id()), parsed).ifPresentOrElse(
                        revision -> begin(heard, revision.intent(), revision.revises(), modelWish(parsed)),
                        () -> replies.say(heard.account().id(), heard.replyAt(), Say.text(Revisions.UNCLEAR)));
            case Intent intent -> quickAnswers.to(intent, heard.account(), heard.conversation()).ifPresentOrElse(
                    say -> replies.say(heard.account().id(), heard.replyAt(), say),
                    () -> begin(heard, intent, null, modelWish(parsed)));
        }
    }

    private static @Nullable String modelWish(Parsed parsed) {
        return parsed.entities().get("model") instanceof String model ? model : null;
    }

    private void begin(Heard heard, Intent intent, @Nullable String revises, @Nullable String model) {
        submit(heard.account(),
                new Job(newId(), heard.account().id(), heard.conversation().id(), intent, heard.spoken(),
                        heard.quoted(), heard.attachments(), revises, model,
                        RandomGenerator.getDefault().nextLong(0, 1_000_000),
                        heard.replyAt(), Job.State.QUEUED, 0));
    }

    private void again(Account account, Job job, ReplyAddress replyAt) {
        submit(account, new Job(newId(), account.id(), job.conversation(), Revisions.anotherTake(job.intent()),
                job.words(), job.quoted(),
                job.attachments(), job.revises(), job.model(), RandomGenerator.getDefault().nextLong(0, 1_000_000),
                replyAt, Job.State.QUEUED, 0));
    }

    private void submit(Account account, Job job) {
        var busy = jobs.unfinished(account.id()).size();
        if (busy >= account.tier().concurrentJobs()) {
            replies.say(account.id(), job.address(), Say.text(
                    "I am still at work on %s for you; the %s tier makes %d at a time. Say “stop” or wait until it is done. Nothing was charged."
                            .formatted(busy == 1 ? "something" : busy + " things", account.tier().name(),
                                    account.tier().concurrentJobs())));
            return;
        }
        switch (quota.reserve(account, job.id())) {
            case Spend.Refused(var sentence, _) -> replies.say(account.id(), job.address(), Say.text(sentence));
            case Spend.Granted _ -> {
                jobs.add(job);
                conversations.append(job.conversation(),
                        new Turn(Turn.Role.PERSON, job.words(), job.id(), clock.instant()));
                queue.submit(job.id(), account.tier().priority());
            }
        }
    }

    private String stopAll(Account account) {
        var unfinished = jobs.unfinished(account.id());
        unfinished.forEach(id -> stop(account, id));
        return unfinished.isEmpty() ? "There is nothing running to stop." : "Stopping…";
    }

    /// @return whether there was something to stop
    private boolean stop(Account account, String id) {
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

    private static String newId() {
        return "j" + Long.toString(System.currentTimeMillis(), 36)
                + Long.toString(RandomGenerator.getDefault().nextLong(36L * 36 * 36 * 36 * 36), 36);
    }
}
