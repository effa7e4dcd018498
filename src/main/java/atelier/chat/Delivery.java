package atelier.chat;

import java.time.Duration;

/// What became of an [Outgoing].
public sealed interface Delivery {
    /// It arrived.
    ///
    /// @param messageId the platform's id of the (first) message that now holds it
    record Delivered(String messageId) implements Delivery {}

    /// Nothing was sent; try the same call again after `delay` (a rate limit, a refused connection).
    record Later(Duration delay, String why) implements Delivery {}

    /// The platform may or may not have sent it (a read timed out after the request left).
    record Ambiguous(String why) implements Delivery {}

    /// The platform will never take it this way (expired token, message deleted, bot removed).
    record Rejected(String why) implements Delivery {}
}
