package atelier.engine.people;

import atelier.account.Account;
import atelier.account.Grant;
import atelier.engine.port.People;
import atelier.language.Phrases;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Says where somebody's tier comes from and until when it is theirs.
final class Origins {
    private final People people;

    Origins(People people) {
        this.people = people;
    }

    String sentence(Account account) {
        var phrases = Phrases.of(account.locale());
        var best = people.grants().of(account.id()).stream()
                .filter(it -> it.tier().equals(account.tier().name())).findFirst();
        return best.map(it -> from(phrases, it)).orElseGet(() -> phrases.say("plan.origin.default"));
    }

    private String from(Phrases phrases, Grant grant) {
        var from = phrases.say("plan.origin." + switch (grant.source()) {
            case ADMIN -> "admin";
            case ROLE -> "role";
            case ENTITLEMENT -> "discord";
            case STARS -> renews(grant) ? "stars-renewing" : "stars";
        });
        return from + " " + (grant.ends() == null
                ? phrases.say("plan.forever")
                : phrases.say("plan.until", "date", at(grant.ends())));
    }

    private boolean renews(Grant grant) {
        return people.orders().find(grant.reference()).filter(it -> it.renews()).isPresent();
    }

    ZonedDateTime at(@Nullable Instant instant) {
        return (instant == null ? Instant.EPOCH : instant).atZone(people.zone());
    }
}
