package atelier.engine.port;

import atelier.account.stars.Order;
import java.util.Optional;

/// Where Stars are paid. Every call goes over the network, so none is for a transaction; what fails is told by the result.
public interface StarShop extends AutoCloseable {
    /// The link under which an order is paid.
    Optional<String> invoice(Order order, String title, String description);

    /// Whether a subscription goes on by itself from now on.
    boolean renew(Order order, boolean renews);

    /// Gives one charge back.
    boolean refund(String buyer, String charge);

    @Override
    default void close() {}

    /// Nothing is sold.
    StarShop CLOSED = new StarShop() {
        @Override
        public Optional<String> invoice(Order order, String title, String description) {
            return Optional.empty();
        }

        @Override
        public boolean renew(Order order, boolean renews) {
            return false;
        }

        @Override
        public boolean refund(String buyer, String charge) {
            return false;
        }
    };
}
