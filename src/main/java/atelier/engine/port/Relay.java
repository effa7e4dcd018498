package atelier.engine.port;

import atelier.chat.Button;
import atelier.chat.ReplyAddress;
import java.util.List;
import java.util.Optional;

/// What nodes ask of the one that holds a platform's door. Lossy by design, as all of it is about messages that still grow;
/// what must arrive stands in the [Outbox].
public interface Relay {
    enum Kind {
        /// Sends the first sign of an answer; asked until answered.
        OPEN,
        /// Shows the newest state; only the last one of a message counts.
        SHOW,
        /// Takes the message away that the address answers.
        FORGET
    }

    /// Asks the holder of the door.
    ///
    /// @return the request's id
    String ask(String door, Kind kind, ReplyAddress address, String words, List<Button> buttons);

    /// Where the message stands that an [Kind#OPEN] asked for; empty while nobody has opened it.
    Optional<ReplyAddress> opened(String id);

    /// Takes an [Kind#OPEN] back.
    ///
    /// @return false when somebody is about to fulfil it
    boolean withdraw(String id);

    /// What is asked of this door; each request is handed out once.
    List<Request> take(String door);

    /// Answers an [Kind#OPEN].
    void answer(String id, ReplyAddress address);

    /// Drops what nobody waits for any more.
    void sweep();

    record Request(String id, Kind kind, ReplyAddress address, String words, List<Button> buttons) {
        public Request {
            buttons = List.copyOf(buttons);
        }
    }
}
