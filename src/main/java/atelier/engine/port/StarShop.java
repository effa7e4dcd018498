package atelier.engine.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where Stars are paid. Every call goes over the network, so none is for a transaction; what fails is told by the result.
public interface StarShop extends AutoCloseable {
    /// The link under which an order is paid.
    Optional<String> invoice(Invoice invoice);

    /// Whether a subscription goes on by itself from now on.
    ///
    /// @param charges its charges, oldest first, by any of which it may be known
    /// @return whether that was taken
    boolean renew(String buyer, List<String> charges, boolean renews);

    /// Gives one charge back.
    boolean refund(String buyer, String charge);

    @Override
    default void close() {}

    /// @param order  what the payment will name
    /// @param stars  for each period
    /// @param period after which it renews itself
    record Invoice(String order, int stars, Duration period, String title, String description) {}

    /// Nothing is sold.
    StarShop CLOSED = new StarShop() {
        @Override
        public Optional<String> invoice(Invoice invoice) {
            return Optional.empty();
        }

        @Override
        public boolean renew(String buyer, List<String> charges, boolean renews) {
            return false;
        }

        @Override
        public boolean refund(String buyer, String charge) {
            return false;
        }
    };
}
