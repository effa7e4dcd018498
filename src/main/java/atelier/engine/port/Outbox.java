package atelier.engine.port;

import atelier.chat.Button;
import atelier.chat.Chat;
import atelier.chat.ReplyAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages that must arrive, stored with the result they tell of and sent in order within each chat.
public interface Outbox {
    /// Stores one message, in the current transaction.
    ///
    /// @param repeatable whether [#recover] may have it sent again
    void add(Draft draft, boolean repeatable);

    /// The same for a message that may be sent the moment the current transaction commits: one that is safe to repeat is marked
    /// as being sent at once, unless others of its chat come first. Only for a process that is alone with the database.
    ///
    /// @return what is to be sent; empty when it has to be taken by [#takeNext]
    Optional<Entry> hand(Draft draft, boolean repeatable);

    /// Chats whose oldest unsent message may be tried now.
    List<Chat> chatsDue();

    /// Marks the oldest unsent message of this chat as being sent, and returns it; empty when there is none or its time
    /// has not come.
    Optional<Entry> takeNext(Chat chat);

    void sent(long id, String messageId);

    /// Not sent; to be tried again.
    void later(long id, Duration delay);

    /// It will not be tried again: the platform refused it, or nobody knows whether it arrived.
    void giveUp(long id, boolean mayHaveArrived);

    /// Turns the finish of a message that is gone into a new message.
    void sendAnew(long id, boolean repeatable);

    /// A message by its number, sent or not.
    Optional<Entry> find(long id);

    /// Messages that no living node is sending any more: those safe to repeat become unsent again.
    ///
    /// @return the others, of which nobody knows whether they arrived; they are this node's until they are given up
    List<Entry> recover();

    /// Forgets messages stored before `before` that will not be sent any more.
    void forget(Instant before);

    /// Messages not yet sent.
    int waiting();

    /// @param account     whose it is
    /// @param finishesOwn replaces the message the address owns
    record Draft(long account, ReplyAddress address, boolean finishesOwn, String text, List<Button> buttons,
            List<File> files) {
        public Draft {
            buttons = List.copyOf(buttons);
            files = List.copyOf(files);
        }

        /// @param sha256 key in the [ArtifactStore]
        public record File(String name, String mediaType, long bytes, String sha256) {}
    }

    /// A stored draft.
    record Entry(long id, Draft draft, boolean repeatable, int attempts) {}
}
