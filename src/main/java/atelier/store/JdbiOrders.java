package atelier.store;

import atelier.account.Grant;
import atelier.account.Identity;
import atelier.account.stars.Order;
import atelier.account.stars.Orders;
import atelier.chat.Payment;
import atelier.chat.Platform;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Orders in the database. What an order is worth is worked out from its charges each time one of them changes, so that it
/// does not matter in which order they come.
public final class JdbiOrders implements Orders {
    /// In the column: it goes on; or it was stopped. Nothing was heard of it where there is 0.
    private static final int RENEWS = 1;
    private static final int STOPPED = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final InstantSource clock;

    public JdbiOrders(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Order place(String buyer, String tier, int stars) {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        var id = "o" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(handle -> forgotten(handle) + handle.createUpdate("""
                insert into star_order (id, buyer, tier, stars, is_renewing, ordered_at)
                values (:id, :buyer, :tier, :stars, 0, :now)""")
                .bind("id", id).bind("buyer", buyer).bind("tier", tier).bind("stars", stars)
                .bind("now", clock.instant().toEpochMilli()).execute());
        return new Order(id, buyer, tier, stars, false, null, List.of());
    }

    /// Orders nobody paid for a month; whoever tries now is told to ask anew.
    private int forgotten(Handle handle) {
        return handle.createUpdate("""
                delete from star_order where ordered_at < :before
                and not exists (select 1 from star_charge where order_id = star_order.id)""")
                .bind("before", clock.instant().minus(Order.PERIOD).toEpochMilli()).execute();
    }

    @Override
    public Optional<Order> find(String id) {
        return database.read(handle -> orders(handle, "id = :value", id)).stream().findFirst();
    }

    @Override
    public Optional<Order> chargedBy(String charge) {
        return database.read(handle -> orders(handle,
                "id = (select order_id from star_charge where id = :value and state <> 'UNMATCHED')", charge)).stream()
                .findFirst();
    }

    @Override
    public List<Order> of(String buyer) {
        return database.read(handle -> orders(handle, "buyer = :value", buyer)).stream()
                .filter(it -> !it.charges().isEmpty()).toList();
    }

    private static List<Order> orders(Handle handle, String which, String value) {
        return handle.createQuery("select * from star_order where " + which + " order by ordered_at desc, id")
                .bind("value", value)
                .map((row, _) -> {
                    var charges = charges(handle, row.getString("id"));
                    return new Order(row.getString("id"), row.getString("buyer"), row.getString("tier"),
                            row.getInt("stars"), row.getInt("is_renewing") == RENEWS, ends(charges),
                            charges.stream().map(Charge::id).toList());
                }).list();
    }

    private record Charge(String id, Instant until) {}

    private static List<Charge> charges(Handle handle, String order) {
        return handle.createQuery("""
                select id, covers_until from star_charge where order_id = :order and state = 'PAID'
                order by covers_until, id""").bind("order", order)
                .map((row, _) -> new Charge(row.getString("id"), Instant.ofEpochMilli(row.getLong("covers_until"))))
                .list();
    }

    private static @Nullable Instant ends(List<Charge> charges) {
        return charges.isEmpty() ? null : charges.getLast().until();
    }

    @Override
    public Outcome take(Payment payment) {
        return database.write(handle -> switch (payment.kind()) {
            case PAID -> paid(handle, payment);
            case REFUNDED -> refunded(handle, payment);
            case STOPPED -> renews(handle, payment, false);
            case RESUMED -> renews(handle, payment, true);
        });
    }

    private Outcome paid(Handle handle, Payment payment) {
        var order = find(payment.order()).filter(it -> it.buyer().equals(payment.sender().id())
                && payment.currency().equals(Order.CURRENCY) && payment.amount() == it.stars()).orElse(null);
        if (!note(handle, payment, order == null ? "UNMATCHED" : "PAID")) {
            return Outcome.KNOWN;
        }
        if (order == null) {
            return Outcome.UNMATCHED;
        }
        // News of the first payment may come after the buyer has stopped already.
        handle.createUpdate(
                "update star_order set is_renewing = :renews where id = :id and (is_renewing <> :stopped or 1 = :next)")
                .bind("renews", RENEWS).bind("id", order.id()).bind("stopped", STOPPED)
                .bind("next", payment.renews() ? 1 : 0).execute();
        settle(handle, order);
        return Outcome.CREDITED;
    }

    private Outcome refunded(Handle handle, Payment payment) {
        var changed = handle.createUpdate("""
                update star_charge set state = 'REFUNDED' where id = :id and state <> 'REFUNDED'""")
                .bind("id", payment.charge()).execute() > 0;
        // Should the news of the payment itself come only now, it is known to be void.
        if (!changed && !note(handle, payment, "REFUNDED")) {
            return Outcome.KNOWN;
        }
        chargedBy(payment.charge()).ifPresent(order -> settle(handle, order));
        return Outcome.REFUNDED;
    }

    private boolean note(Handle handle, Payment payment, String state) {
        var usual = payment.at().plus(Order.PERIOD);
        var told = payment.until();
        var until = told == null || told.isAfter(usual.plus(Order.PERIOD)) || !told.isAfter(payment.at())
                ? usual
                : told;
        return handle.createUpdate("""
                insert into star_charge (id, order_id, paid_by, currency, amount, state, covers_until, charged_at)
                values (:id, :order, :payer, :currency, :amount, :state, :until, :at) on conflict (id) do nothing""")
                .bind("id", payment.charge()).bind("order", payment.order()).bind("payer", payment.sender().id())
                .bind("currency", payment.currency()).bind("amount", payment.amount()).bind("state", state)
                .bind("until", until.toEpochMilli()).bind("at", payment.at().toEpochMilli()).execute() == 1;
    }

    private Outcome renews(Handle handle, Payment payment, boolean renews) {
        var before = handle.createQuery("select is_renewing from star_order where id = :id and buyer = :buyer")
                .bind("id", payment.order()).bind("buyer", payment.sender().id()).mapTo(Integer.class).findOne();
        if (before.isEmpty()) {
            return Outcome.UNMATCHED;
        }
        renews(payment.order(), renews);
        // Of an order that was never stopped, “active” says what its payment says.
        if (renews) {
            return before.get() == STOPPED ? Outcome.RESUMED : Outcome.KNOWN;
        }
        return before.get() == RENEWS ? Outcome.STOPPED : Outcome.KNOWN;
    }

    @Override
    public void renews(String order, boolean renews) {
        database.write(handle -> handle.createUpdate("update star_order set is_renewing = :renews where id = :id")
                .bind("renews", renews ? RENEWS : STOPPED).bind("id", order).execute());
    }

    private void settle(Handle handle, Order order) {
        var buyer = new Identity(Platform.TELEGRAM, order.buyer(), "");
        var ends = ends(charges(handle, order.id()));
        JdbiGrants.remove(handle, buyer, Grant.Source.STARS, order.id());
        if (ends != null) {
            JdbiGrants.put(handle, buyer, Grant.Source.STARS, order.id(), order.tier(), ends, clock.instant());
        }
    }
}
