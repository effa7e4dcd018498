package atelier.engine.people;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.account.Identity;
import atelier.account.Tier;
import atelier.account.stars.Order;
import atelier.chat.Platform;
import atelier.engine.delivery.Say;
import atelier.engine.job.Errands;
import atelier.engine.port.Job;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.engine.port.StarShop;
import atelier.generation.Cancellation;
import atelier.intent.Intent;
import atelier.language.Phrases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What has to ask Telegram about a subscription: a link to pay by, and whether it goes on.
public final class SubscribeErrand implements Errands {
    public static final String ACTION = "subscribe";

    private final People people;
    private final Accounts accounts;
    private final Origins origins;
    private final InstantSource clock;

    public SubscribeErrand(Parts parts) {
        this.people = parts.people();
        this.accounts = parts.accounts();
        this.origins = new Origins(people);
        this.clock = parts.clock();
    }

    @Override
    public Say run(Job job, Consumer<String> onText, Cancellation cancellation) {
        var words = job.intent() instanceof Intent.ManageAccount it ? it.request().split("\\s+", -1) : new String[]{""};
        var account = accounts.byId(job.account());
        var phrases = Phrases.of(account.locale());
        return switch (words[0]) {
            case "stop" -> renew(account, phrases, words.length > 1 ? words[1] : "", false);
            case "resume" -> renew(account, phrases, words.length > 1 ? words[1] : "", true);
            case String tier -> pay(account, phrases, tier);
        };
    }

    private Say pay(Account account, Phrases phrases, String name) {
        var tier = people.tiers().byName().get(name);
        var buyer = accounts.identities(account.id()).stream().filter(it -> it.platform() == Platform.TELEGRAM)
                .findFirst();
        if (tier == null || tier.stars() == 0 || buyer.isEmpty()) {
            return Say.text(phrases.say("plan.nothing-sold"));
        }
        if (people.banned().test(account.id())) {
            return Say.text(phrases.say("plan.checkout.banned"));
        }
        return running(buyer.get(), tier).map(it -> had(phrases, it))
                .orElseGet(() -> offered(phrases, tier, buyer.get()));
    }

    /// Paid time of one order does not lengthen that of another, so nobody is to buy what they have.
    private Optional<Order> running(Identity buyer, Tier tier) {
        return people.orders().of(buyer.id()).stream()
                .filter(it -> it.tier().equals(tier.name()) && it.isRunning(clock.instant())).findFirst();
    }

    private Say had(Phrases phrases, Order order) {
        return new Say(phrases.say(order.renews() ? "plan.running" : "plan.ending", "tier", order.tier(), "date",
                origins.at(order.ends())),
                order.renews()
                        ? List.of()
                        : List.of(Say.Choice.of(phrases.say("plan.button.resume", "tier", order.tier()),
                                "/subscribe resume " + order.id())));
    }

    private Say offered(Phrases phrases, Tier tier, Identity buyer) {
        var order = people.orders().place(buyer.id(), tier.name(), tier.stars());
        var link = people.stars().invoice(new StarShop.Invoice(order.id(), order.stars(), Order.PERIOD,
                "Atelier " + tier.name(), phrases.say("plan.invoice", "messages", tier.messagesPerDay())));
        var beside = Beside.of(order, people.orders(), clock);
        return link.map(it -> new Say(
                phrases.say("plan.pay", "tier", tier.name(), "stars", tier.stars())
                        + Beside.sentences(beside, phrases),
                Stream.concat(Stream.of(Say.Choice.link(phrases.say("plan.button.pay", "stars", tier.stars()), it)),
                        Beside.stops(beside, phrases).stream()).toList()))
                .orElseGet(() -> Say.text(phrases.say("plan.unreachable")));
    }

    private Say renew(Account account, Phrases phrases, String id, boolean renews) {
        var theirs = accounts.identities(account.id()).stream()
                .filter(it -> it.platform() == Platform.TELEGRAM).map(Identity::id).toList();
        Optional<Order> order = (id.isEmpty() ? newest(theirs) : people.orders().find(id))
                .filter(it -> theirs.contains(it.buyer()) && !it.charges().isEmpty());
        if (order.isEmpty()) {
            return Say.text(phrases.say("plan.no-subscription"));
        }
        if (!people.stars().renew(order.get().buyer(), order.get().charges(), renews)) {
            return Say.text(phrases.say("plan.unreachable"));
        }
        people.orders().renews(order.get().id(), renews);
        return Say.text(phrases.say(renews ? "plan.running" : "plan.ending", "tier", order.get().tier(), "date",
                origins.at(order.get().ends())));
    }

    private Optional<Order> newest(List<String> buyers) {
        return buyers.stream().flatMap(it -> people.orders().of(it).stream()).findFirst();
    }
}
