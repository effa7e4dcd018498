package atelier.engine.delivery;

import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Limits;
import atelier.chat.ReplyAddress;
import atelier.engine.port.Adapters;
import atelier.engine.port.Buttons;
import atelier.engine.port.Outbox;
import atelier.engine.port.Outbox.Draft;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import java.util.List;

/// Puts answers into the outbox, laid out for their platform.
public final class Replies {
    public static final String STOPPED = "Stopped. Nothing was charged.";
    private static final Limits PLAIN = new Limits(2000, Limits.TextUnit.CODE_POINT, 10, 10 << 20, 25 << 20, false);

    private final Outbox outbox;
    private final Buttons buttons;
    private final Adapters adapters;
    private final Transactions transactions;
    private final FilePacker packer;
    private final OutboxSender sender;

    public Replies(Parts parts, OutboxSender sender) {
        this.outbox = parts.outbox();
        this.buttons = parts.buttons();
        this.adapters = parts.adapters();
        this.transactions = parts.transactions();
        this.packer = new FilePacker(parts.artifacts());
        this.sender = sender;
    }

    /// Says words at once, in the current transaction.
    public void say(long account, ReplyAddress address, Say say) {
        var chat = address.chat().key();
        var shown = say.choices().stream()
                .map(choice -> new Button(buttons.add(account, chat, Buttons.Action.SAY, choice.words()),
                        choice.label(),
                        choice.style()))
                .toList();
        var files = say.files().stream().map(file -> packer.store(file.name(), file.mediaType(), file.content()))
                .toList();
        send(account, address, say.text(), shown, "answer", files);
    }

    /// Sends an answer with files, in the current transaction.
    public void send(long account, ReplyAddress address, String text, List<Button> shown, String title,
            List<Draft.File> files) {
        var limits = adapters.of(address).map(adapter -> adapter.limits(address)).orElse(PLAIN);
        new ReplyPlan(account, address, limits, packer).of(text, shown, title, files).forEach(
                draft -> outbox.add(draft, adapters.isRepeatable(address, draft.finishesOwn())));
        transactions.afterCommit(sender::wake);
    }

    /// Does something once the current transaction has committed.
    public void afterCommit(Runnable what) {
        transactions.afterCommit(what);
    }

    /// Takes the message being answered away from its chat, once the current transaction has committed.
    public void forget(ReplyAddress address) {
        transactions.afterCommit(() -> Thread.ofVirtual().name("forget").start(
                () -> adapters.of(address).ifPresent(adapter -> adapter.forget(address))));
    }

    /// Tells only the presser of a button.
    public void notice(ButtonPress press, String text) {
        transactions.afterCommit(() -> Thread.ofVirtual().name("notice").start(
                () -> adapters.of(press.replyAt()).ifPresent(adapter -> adapter.notice(press, text))));
    }
}
