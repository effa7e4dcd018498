package atelier.chat;

import java.time.Instant;

/// Something a person did: said a [Message], made a [ButtonPress] or a [Payment].
public sealed interface Incoming permits Message, ButtonPress, Payment {
    /// Unique within the platform and the same when the platform delivers the event again.
    String eventId();

    Chat chat();

    Sender sender();

    /// Where the answer to this event goes.
    ReplyAddress replyAt();

    Instant at();
}
