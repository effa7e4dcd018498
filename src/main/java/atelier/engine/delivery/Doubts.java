package atelier.engine.delivery;

import atelier.account.Accounts;
import atelier.chat.Button;
import atelier.chat.ReplyAddress;
import atelier.engine.port.Adapters;
import atelier.engine.port.Buttons;
import atelier.engine.port.Outbox;
import atelier.engine.port.Outbox.Draft;
import atelier.engine.port.Outbox.Entry;
import atelier.engine.port.Parts;
import atelier.engine.port.Transactions;
import atelier.language.Phrases;
import java.util.List;
import java.util.stream.Collectors;

/// Messages of which nobody knows whether they arrived. A second copy is never sent unasked; the person is told, and one
/// press sends it again.
public final class Doubts {
    private final Accounts accounts;
    private final Outbox outbox;
    private final Buttons buttons;
    private final Adapters adapters;
    private final Transactions transactions;

    public Doubts(Parts parts) {
        this.accounts = parts.accounts();
        this.outbox = parts.outbox();
        this.buttons = parts.buttons();
        this.adapters = parts.adapters();
        this.transactions = parts.transactions();
    }

    /// Gives the message up and tells its person; of a doubt itself nothing more is said.
    void raise(Entry entry) {
        transactions.inTransaction(() -> {
            outbox.giveUp(entry.id(), true);
            var draft = entry.draft();
            if (draft.account() != Replies.NOBODY && !isNotice(draft)) {
                add(notice(draft, entry.id()));
            }
            return true;
        });
    }

    private boolean isNotice(Draft draft) {
        return draft.buttons().stream().flatMap(button -> buttons.find(button.id()).stream())
                .anyMatch(meaning -> meaning.action() == Buttons.Action.SEND_AGAIN);
    }

    private Draft notice(Draft lost, long id) {
        var phrases = Phrases.of(accounts.byId(lost.account()).locale());
        var what = lost.files().isEmpty()
                ? phrases.say("delivery.last")
                : lost.files().stream().map(file -> "`" + file.name() + "`").collect(Collectors.joining(", "));
        var again = buttons.add(lost.account(), lost.address().chat().key(), Buttons.Action.SEND_AGAIN,
                Long.toString(id));
        return new Draft(lost.account(), fresh(lost.address()), false,
                phrases.say("delivery.doubt", "what", what),
                List.of(new Button(again, phrases.say("delivery.again"), Button.Style.PRIMARY)), List.of());
    }

    /// Sends a doubtful message once more, in the current transaction.
    ///
    /// @return false when it is no longer kept
    public boolean sendAgain(long account, String id) {
        var entry = outbox.find(Long.parseLong(id)).filter(found -> found.draft().account() == account);
        entry.ifPresent(found -> {
            var lost = found.draft();
            add(new Draft(account, fresh(lost.address()), false, lost.text(), lost.buttons(), lost.files()));
        });
        return entry.isPresent();
    }

    private void add(Draft draft) {
        outbox.add(draft, adapters.isRepeatable(draft.address(), false));
    }

    private static ReplyAddress fresh(ReplyAddress address) {
        return new ReplyAddress(address.chat(), null, address.inReplyTo(), address.hints());
    }
}
