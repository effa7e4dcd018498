package atelier.engine.delivery;

import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Limits;
import atelier.chat.ReplyAddress;
import atelier.create.Artifact;
import atelier.engine.port.Adapters;
import atelier.engine.port.Buttons;
import atelier.engine.port.Outbox;
import atelier.engine.port.Outbox.Draft;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        say(account, address, say, prepare(account, address, say));
    }

    /// Says words that were laid out before, in the current transaction.
    public void say(long account, ReplyAddress address, Say say, Prepared prepared) {
        var chat = address.chat().key();
        send(prepared, say.choices().stream().map(choice -> button(account, chat, choice)).toList());
    }

    private Button button(long account, String chat, Say.Choice choice) {
        if (choice.style() == Button.Style.BUYS) {
            return new Button(choice.words(), choice.label(), choice.style());
        }
        return choice.opens() == null
                ? new Button(buttons.add(account, chat, Buttons.Action.SAY, choice.words()), choice.label(),
                        choice.style())
                : Button.link(choice.label(), choice.opens());
    }

    /// An answer laid out for its platform and packed, but not sent yet.
    public static final class Prepared {
        private final ReplyPlan.Laid laid;

        private Prepared(ReplyPlan.Laid laid) {
            this.laid = laid;
        }
    }

    /// Lays words out, with their files. Takes its time over large ones, so it is for outside a transaction.
    public Prepared prepare(long account, ReplyAddress address, Say say) {
        return prepare(account, address, say.text(), say.wrapping(), say.files().stream()
                .map(file -> packer.store(file.path(), file.mediaType(), file.content())).toList(), null);
    }

    /// Lays an answer with files out; as slow.
    ///
    /// @param manifest of the files, should they be packed
    public Prepared prepare(long account, ReplyAddress address, String text, Wrapping wrapping,
            List<Draft.File> files,
            @Nullable Artifact manifest) {
        var limits = adapters.of(address).map(adapter -> adapter.limits(address)).orElse(PLAIN);
        return new Prepared(new ReplyPlan(account, address, limits, packer).of(text, wrapping, files, manifest));
    }

    /// Sends a short answer without files, in the current transaction.
    public void send(long account, ReplyAddress address, String text, List<Button> shown) {
        send(prepare(account, address, text, Wrapping.PLAIN, List.of(), null), shown);
    }

    /// Sends an answer, in the current transaction.
    public void send(Prepared prepared, List<Button> shown) {
        var drafts = prepared.laid.drafts();
        for (var index = 0; index < drafts.size(); index++) {
            var draft = drafts.get(index);
            var whole = index == prepared.laid.buttons()
                    ? new Draft(draft.account(), draft.address(), draft.finishesOwn(), draft.text(), shown,
                            draft.files())
                    : draft;
            outbox.add(whole, adapters.isRepeatable(draft.address(), draft.finishesOwn()));
        }
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
