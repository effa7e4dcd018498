package atelier.engine.people;

import atelier.account.Account;
import atelier.account.Grant;
import atelier.account.stars.Order;
import atelier.chat.Button;
import atelier.engine.delivery.Say;
import atelier.engine.port.People;
import atelier.language.Phrases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody has paid for and would lose with their account, and how they end a payment that goes on without it.
public final class PaidPlans {
    private final People people;
    private final Origins origins;
    private final InstantSource clock;

    public PaidPlans(People people, InstantSource clock) {
        this.people = people;
        this.origins = new Origins(people);
        this.clock = clock;
    }

    /// A sentence for each plan that is paid for; empty for those who pay nothing.
    public List<String> warnings(Account account, Phrases phrases) {
        return grants(account).flatMap(grant -> warning(grant, phrases).stream()).toList();
    }

    private Stream<Grant> grants(Account account) {
        return people.grants().of(account.id()).stream();
    }

    private Optional<String> warning(Grant grant, Phrases phrases) {
        return switch (grant.source()) {
            case ADMIN, ROLE -> Optional.empty();
            case ENTITLEMENT -> Optional.of(phrases.say("plan.lost.discord", "tier", grant.tier()));
            case STARS -> order(grant).map(order -> phrases.say(
                    order.renews() ? "plan.lost.stars-renewing" : "plan.lost.stars", "tier", order.tier(), "date",
                    origins.at(order.ends())));
        };
    }

    private Optional<Order> order(Grant grant) {
        return people.orders().find(grant.reference()).filter(it -> it.isRunning(clock.instant()));
    }

    /// A button for each payment that can be ended here.
    public List<Say.Choice> ends(Account account, Phrases phrases) {
        return grants(account).filter(it -> it.source() == Grant.Source.STARS)
                .flatMap(grant -> order(grant).stream()).filter(Order::renews)
                .map(it -> new Say.Choice(phrases.say("plan.button.stop", "tier", it.tier()),
                        "/subscribe stop " + it.id(), Button.Style.DANGER))
                .toList();
    }
}
