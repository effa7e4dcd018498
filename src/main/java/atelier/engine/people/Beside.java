package atelier.engine.people;

import atelier.account.stars.Order;
import atelier.account.stars.Orders;
import atelier.chat.Button;
import atelier.engine.delivery.Say;
import atelier.language.Phrases;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/// Other plans of one buyer that go on being paid for beside the one that is bought.
final class Beside {
    private Beside() {}

    static List<Order> of(Order order, Orders orders, InstantSource clock) {
        return orders.of(order.buyer()).stream().filter(it -> !it.id().equals(order.id()))
                .filter(it -> it.renews() && it.isRunning(clock.instant())).toList();
    }

    /// What is paid twice, to be said behind another sentence.
    static String sentences(List<Order> beside, Phrases phrases) {
        return beside.stream().map(it -> "\n" + phrases.say("plan.beside", "tier", it.tier(), "stars", it.stars()))
                .collect(Collectors.joining());
    }

    static List<Say.Choice> stops(List<Order> beside, Phrases phrases) {
        return beside.stream().map(it -> new Say.Choice(phrases.say("plan.button.stop", "tier", it.tier()),
                "/subscribe stop " + it.id(), Button.Style.DANGER)).toList();
    }
}
