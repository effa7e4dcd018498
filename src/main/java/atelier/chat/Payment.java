package atelier.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money came, went back, or will come no more.
///
/// @param order    what the invoice carried
/// @param charge   the platform's id of this one charge; empty where there is none
/// @param amount   in the smallest units of the currency
/// @param until    what a subscription is paid until, where the platform says so
/// @param renews   whether it is one more period of a subscription
public record Payment(String eventId, Chat chat, Sender sender, Kind kind, String order, String charge,
        String currency, int amount, @Nullable Instant until, boolean renews, ReplyAddress replyAt,
        Instant at) implements Incoming {
    /// What happened.
    public enum Kind {
        PAID, REFUNDED, STOPPED, RESUMED
    }
}
