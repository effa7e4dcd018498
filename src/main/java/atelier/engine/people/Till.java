package atelier.engine.people;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Identity;
import atelier.account.Tier;
import atelier.account.stars.Order;
import atelier.chat.Checkout;
import atelier.chat.Payment;
import atelier.engine.delivery.Replies;
import atelier.engine.delivery.Say;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.language.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes money in: says beforehand whether somebody may pay, and credits what was paid.
public final class Till {
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);

    /// Nobody pays an order by hand again long before its end: it would buy the same days twice.
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(3);

    private final People people;
    private final Accounts accounts;
    private final Replies replies;
    private final Origins origins;
    private final java.time.InstantSource clock;

    public Till(Parts parts, Replies replies) {
        this.people = parts.people();
        this.accounts = parts.accounts();
        this.replies = replies;
        this.origins = new Origins(people);
        this.clock = parts.clock();
    }

    /// Why somebody may not pay; empty when they may. Reads a few rows and no more.
    public Optional<String> refusal(Checkout checkout) {
        return problem(checkout).map(it -> Phrases.of(checkout.sender().locale()).say("plan.checkout." + it));
    }

    private Optional<String> problem(Checkout checkout) {
        var found = people.orders().find(checkout.order());
        if (found.isEmpty()) {
            return Optional.of("unknown");
        }
        var order = found.get();
        if (!order.buyer().equals(checkout.sender().id())) {
            return Optional.of("other");
        }
        var tier = Optional.ofNullable(people.tiers().byName().get(order.tier())).map(Tier::stars).orElse(0);
        if (tier != order.stars() || checkout.amount() != order.stars()
                || !checkout.currency().equals(Order.CURRENCY)) {
            return Optional.of("price");
        }
        var sender = checkout.sender();
        var isBanned = accounts.find(new Identity(sender.platform(), sender.id(), sender.name()))
                .filter(it -> people.banned().test(it.id())).isPresent();
        if (isBanned) {
            return Optional.of("banned");
        }
        if (order.isRunning(clock.instant().plus(RENEWED_BEFORE_END))) {
            return Optional.of("paid");
        }
        var hasIt = people.orders().of(order.buyer()).stream().anyMatch(it -> !it.id().equals(order.id())
                && it.tier().equals(order.tier()) && it.renews() && it.isRunning(clock.instant()));
        return hasIt ? Optional.of("already") : Optional.empty();
    }

    /// Runs in the transaction that stores the event.
    public void take(Account account, Payment payment) {
        var phrases = Phrases.of(account.locale());
        var order = people.orders().find(payment.order());
        switch (people.orders().take(payment)) {
            case CREDITED -> credited(account, payment, phrases.say("plan.paid", "tier",
                    order.map(Order::tier).orElse(""), "date", origins.at(ends(payment))));
            case REFUNDED -> tell(account, payment, phrases.say("plan.refunded"));
            case STOPPED -> tell(account, payment, phrases.say("plan.ending", "tier", order.map(Order::tier).orElse(""),
                    "date", origins.at(ends(payment))));
            case RESUMED ->
                tell(account, payment, phrases.say("plan.running", "tier", order.map(Order::tier).orElse(""),
                        "date", origins.at(ends(payment))));
            case UNMATCHED -> unmatched(account, payment);
            case KNOWN -> LOG.info("a payment was told of again: {}", payment.charge());
        }
    }

    /// Whoever changes plans would go on paying for the one before.
    private void credited(Account account, Payment payment, String sentence) {
        var phrases = Phrases.of(account.locale());
        var beside = people.orders().find(payment.order()).map(order -> Beside.of(order, people.orders(), clock))
                .orElse(List.of());
        replies.say(account.id(), payment.replyAt(),
                new Say(sentence + Beside.sentences(beside, phrases), Beside.stops(beside, phrases)));
    }

    private java.time.@org.jspecify.annotations.Nullable Instant ends(Payment payment) {
        return people.orders().find(payment.order()).map(Order::ends).orElse(null);
    }

    /// Money that nobody can be credited with must not go unnoticed.
    public void unmatched(Account account, Payment payment) {
        if (payment.kind() == Payment.Kind.PAID) {
            LOG.error("a payment fits no order and is credited to nobody: charge {}, {} {}. Give it back by"
                    + " `admin refund {}` if it is real.", payment.charge(), payment.amount(), payment.currency(),
                    payment.charge());
            tell(account, payment, Phrases.of(account.locale()).say("plan.unmatched"));
        }
    }

    private void tell(Account account, Payment payment, String sentence) {
        replies.say(account.id(), payment.replyAt(), Say.text(sentence));
    }
}
