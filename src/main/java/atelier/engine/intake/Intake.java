package atelier.engine.intake;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.ButtonPress;
import atelier.chat.Checkout;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Payment;
import atelier.conversation.Conversations;
import atelier.conversation.Whose;
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
import atelier.language.Phrases;
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
    private final Till till;
    private final Gate gate;
    private final Refusals refusals;
    private final Reporting reporting;

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
        var isAdmin = accounts.isAdmin(account.id());
        var verdict = gate.judge(account, event, isAdmin);
        if (!(verdict instanceof Gate.Verdict.Open)) {
            refusals.tell(account, event, verdict);
            return;
        }
        var wait = rates.take(account);
        if (!wait.isZero()) {
            slowDown(account, event, Phrases.of(account.locale()).say("intake.flood", "most",
                    account.tier().requestsPerMinute(), "seconds", wait.toSeconds() + 1));
            return;
        }
        switch (event) {
            case Message message -> hear(asker(account, event, isAdmin), message);
            case ButtonPress press -> press(asker(account, event, isAdmin), press);
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
            var account = accounts.of(event.sender());
            replies.say(account.id(), event.replyAt(),
                    Say.text(Phrases.of(account.locale()).say("intake.stumbled")));
        }
    }

    private void hear(Asker asker, Message message) {
        var account = asker.account();
        var pointed = PointedAt.of(message, asker.phrases());
        var complaint = Words.complaint(pointed.words(), message);
        var replied = replied(account, message);
        // Its words need not be quoted then, as its files are at hand.
        var answered = replied == null || !replied.isMade() || !replied.isWork() ? null : replied;
        var heard = new Heard(asker, conversations.current(Whose.of(account.id(), message.chat())),
                pointed.words(),
                pointed.invocation(), pointed.quoted(), message.attachments(), message.replyAt(),
                answered, replied);
        if (complaint.isPresent()) {
            replies.say(account.id(), message.replyAt(), Say.text(complaint.get().in(heard.asker().phrases())));
        } else {
            dispatch.understand(heard);
        }
    }

    /// The work whose answer a message replies to, though it was taken back.
    private @Nullable Job replied(Account account, Message message) {
        var id = message.repliesTo();
        return id == null ? null : jobs.answeredBy(account.id(), message.chat(), id).orElse(null);
    }

    private void press(Asker asker, ButtonPress press) {
        var account = asker.account();
        var meaning = buttons.find(press.buttonId());
        var phrases = Phrases.of(account.locale());
        if (meaning.isEmpty()) {
            replies.notice(press, phrases.say("intake.button.dead"));
        } else if (meaning.get().action() == Buttons.Action.REPORT
                && meaning.get().chatKey().equals(press.chat().key())) {
            replies.notice(press, reporting.pressed(meaning.get().argument(), asker));
        } else if (meaning.get().account() != account.id() || !meaning.get().chatKey().equals(press.chat().key())) {
            replies.notice(press, phrases.say("intake.button.theirs"));
        } else {
            press(asker, press, meaning.get());
        }
    }

    private void press(Asker asker, ButtonPress press, Buttons.Meaning meaning) {
        var account = asker.account();
        var conversation = conversations.current(Whose.of(account.id(), press.chat()));
        var phrases = Phrases.of(account.locale());
        switch (meaning.action()) {
            case STOP ->
                replies.notice(press,
                        phrases.say(dispatch.stop(account, meaning.argument()) ? "intake.stopping" : "intake.ended"));
            case REGENERATE -> {
                var job = jobs.find(account.id(), meaning.argument());
                replies.notice(press, phrases.say(job.isPresent() ? "intake.once-more" : "intake.gone"));
                job.ifPresent(found -> dispatch.again(account, found, press.replyAt()));
            }
            case OTHER_MODEL -> {
                var job = jobs.find(account.id(), meaning.argument());
                replies.notice(press, job.isPresent() ? "" : phrases.say("intake.gone"));
                job.ifPresent(found -> replies.say(account.id(), press.replyAt(),
                        modelTalk.others(found.id(), asker)));
            }
            case SAY -> {
                replies.notice(press, "");
                var said = Pressed.of(meaning.argument(), account.id(), jobs);
                dispatch.understand(new Heard(asker, conversation, said.words(), null, null, List.of(),
                        press.replyAt(), said.about(), null));
            }
            case SEND_AGAIN -> replies.notice(press, phrases.say(
                    doubts.sendAgain(account.id(), meaning.argument()) ? "intake.once-more" : "intake.gone.again"));
            case LIKE, DISLIKE -> {
                votes.vote(meaning.argument(), account.id(), meaning.action() == Buttons.Action.LIKE);
                replies.notice(press, phrases.say("intake.thanks"));
            }
            case REPORT -> throw new IllegalStateException("reports are everybody's");
            case PREFER -> replies.notice(press, ballots.prefer(account.id(), meaning.argument())
                    .map(model -> phrases.say("intake.winner", "model", model))
                    .orElseGet(() -> phrases.say("intake.gone")));
        }
    }

    private static Asker asker(Account account, Incoming event, boolean isAdmin) {
        return new Asker(account, event.chat(), isAdmin,
                event.replyAt().isOnlyForOne(), event.sender().standing());
    }
}
