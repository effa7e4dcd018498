package atelier.account.stars;

import atelier.chat.Payment;
import java.util.List;
import java.util.Optional;

/// Orders and what was paid on them. Each charge counts once, by the platform's id of it, in whatever order the platform
/// tells of it; what was given back never counts again.
public interface Orders {
    /// Notes that somebody asks for thirty days of a tier, over and over until they stop it.
    Order place(String buyer, String tier, int stars);

    Optional<Order> find(String id);

    /// The one a charge was for.
    Optional<Order> chargedBy(String charge);

    /// All of one person on which something was paid, the newest first.
    List<Order> of(String buyer);

    /// Takes note of money that came or went.
    Outcome take(Payment payment);

    /// Notes whether an order goes on by itself.
    void renews(String order, boolean renews);

    /// What became of it.
    enum Outcome {
        /// The order is paid until its new end.
        CREDITED,
        /// It was known already.
        KNOWN,
        /// No order fits it: unknown, of somebody else, or of another price. It is kept on record and credited to nobody.
        UNMATCHED,
        /// The money went back, and what it paid for is over.
        REFUNDED,
        /// It ends with the time that is paid, or goes on again.
        STOPPED, RESUMED
    }
}
