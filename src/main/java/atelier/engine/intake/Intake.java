package atelier.engine.intake;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.ButtonPress;
import atelier.chat.Checkout;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Payment;
import atelier.conversation.Conversations;
import atelier.engine.community.Gate;
import atelier.engine.compare.Ballots;
import atelier.engine.delivery.Doubts;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.job.Decisions;
import atelier.engine.job.Running;
import atelier.engine.model.ModelTalk;
import atelier.engine.moderation.Reporting;
import atelier.engine.people.Till;
import atelier.engine.port.Asker;
import atelier.engine.port.Buttons;
import atelier.engine.port.Inbox;
import atelier.engine.port.Job;
import atelier.engine.port.Jobs;
import atelier.engine.port.Parts;
import atelier.quota.Rates;
import atelier.usage.Votes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes in one new event: words are heard and dispatched, presses of buttons carried out. Runs inside the transaction that
/// stores the event, so it waits for nothing.
public final class Intake {
    private final Inbox inbox;
    private final Accounts accounts;
    private final Rates rates;
    private final Conversations conversations;
    private final Jobs jobs;
    private final Buttons buttons;
    private final Replies replies;
    private final Doubts doubts;
    private final Votes votes;
    private final Ballots ballots;
    private final ModelTalk modelTalk;
    private final Dispatch dispatch;
    private final Gate gate;
    private final Refusals refusals;
    private final Reporting reporting;
    private final Till till;

    public Intake(Parts parts, Running running, Replies replies, Doubts doubts) {
        this.inbox = parts.inbox();
        this.accounts = parts.accounts();
        this.rates = parts.rates();
        this.conversations = parts.conversations();
        this.jobs = parts.jobs();
        this.buttons = parts.buttons();
        this.replies = replies;
        this.doubts = doubts;
        this.votes = parts.votes();
        this.ballots = new Ballots(parts);
        this.modelTalk = new ModelTalk(parts);
        this.till = new Till(parts, replies);
        this.dispatch = new Dispatch(parts, running, replies);
        this.gate = new Gate(parts.community());
        this.refusals = new Refusals(parts.rates(), replies);
        this.reporting = new Reporting(parts, replies);
    }

    /// Decides later about words that a model has to judge.
    public Decisions decisions() {
        return dispatch;
    }

    public void accept(Incoming event) {
        if (!inbox.add(event.chat().platform(), event.eventId())) {
            return;
        }
        var account = accounts.of(event.sender());
        if (event instanceof Payment payment) {
            till.take(account, payment);
            return;
        }
        var verdict = gate.judge(account, event, accounts.isAdmin(account.id()));
        if (!(verdict instanceof Gate.Verdict.Open)) {
            refusals.tell(account, event, verdict);
            return;
        }
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
            case Payment payment -> till.take(account, payment);
        }
    }

    /// Why somebody may not pay; empty when they may.
    public Optional<String> refusal(Checkout checkout) {
        return till.refusal(checkout);
    }

    /// Said a few times only: answering each message of a flood would hold up everybody in the chat.
    private void slowDown(Account account, Incoming event, String sentence) {
        switch (event) {
            case ButtonPress press -> replies.notice(press, sentence);
            case Message message when rates.mayTell(account) ->
                replies.say(account.id(), message.replyAt(), Say.text(sentence));
            case Message _,Payment _ -> {
            }
        }
    }

    public void apologise(Incoming event) {
        if (!inbox.add(event.chat().platform(), event.eventId())) {
            return;
        }
        if (event instanceof Payment payment) {
            till.unmatched(accounts.of(event.sender()), payment);
        } else {
            replies.say(accounts.of(event.sender()).id(), event.replyAt(),
                    Say.text("I stumbled over that message. Nothing was charged; please say it in other words."));
        }
    }

    private void hear(Account account, Message message) {
        var pointed = PointedAt.of(message);
        var complaint = Words.complaint(pointed.words(), message);
        var heard = new Heard(asker(account, message), conversations.current(account.id(), message.chat().key()),
                pointed.words(),
                pointed.invocation(), pointed.quoted(), message.attachments(), message.replyAt(),
                answered(account, message));
        if (complaint.isPresent()) {
            replies.say(account.id(), message.replyAt(), Say.text(complaint.get()));
        } else {
            dispatch.understand(heard);
        }
    }

    /// The work a message replies to, though it was taken back; its words need not be quoted then, as its files are at hand.
    private @Nullable Job answered(Account account, Message message) {
        var id = message.repliesTo();
        return id == null
                ? null
                : jobs.answeredBy(account.id(), message.chat().key(), id)
                        .filter(job -> job.isMade() && job.isWork()).orElse(null);
    }

    private void press(Account account, ButtonPress press) {
        var meaning = buttons.find(press.buttonId());
        if (meaning.isEmpty()) {
            replies.notice(press, "That button no longer works. Say it in words instead.");
        } else if (meaning.get().action() == Buttons.Action.REPORT
                && meaning.get().chatKey().equals(press.chat().key())) {
            replies.notice(press, reporting.pressed(meaning.get().argument(), asker(account, press)));
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
                replies.notice(press,
                        dispatch.stop(account, meaning.argument()) ? "Stopping…" : "That has ended already.");
            case REGENERATE -> {
                var job = jobs.find(meaning.argument()).filter(found -> found.account() == account.id());
                replies.notice(press, job.isPresent() ? "Once more…" : "I no longer have that.");
                job.ifPresent(found -> dispatch.again(account, found, press.replyAt()));
            }
            case OTHER_MODEL -> {
                var job = jobs.find(meaning.argument()).filter(found -> found.account() == account.id());
                replies.notice(press, job.isPresent() ? "" : "I no longer have that.");
                job.ifPresent(found -> replies.say(account.id(), press.replyAt(),
                        modelTalk.others(found.id(), asker(account, press))));
            }
            case SAY -> {
                replies.notice(press, "");
                var said = Pressed.of(meaning.argument(), account.id(), jobs);
                dispatch.understand(new Heard(asker(account, press), conversation, said.words(), null, null, List.of(),
                        press.replyAt(), said.about()));
            }
            case SEND_AGAIN -> replies.notice(press, doubts.sendAgain(account.id(), meaning.argument())
                    ? "Once more…"
                    : "I no longer have that. Say “again” to have it made anew.");
            case LIKE, DISLIKE -> {
                votes.vote(meaning.argument(), account.id(), meaning.action() == Buttons.Action.LIKE);
                replies.notice(press, "Thank you. I keep that in mind.");
            }
            case REPORT -> throw new IllegalStateException("reports are everybody's");
            case PREFER -> replies.notice(press, ballots.prefer(account.id(), meaning.argument())
                    .map("Thank you. %s is your winner here; I keep that in mind."::formatted)
                    .orElse("I no longer have that."));
        }
    }

    private Asker asker(Account account, Incoming event) {
        return new Asker(account, event.chat(), accounts.isAdmin(account.id()),
                event.replyAt().isOnlyForOne(), event.sender().standing());
    }
}
