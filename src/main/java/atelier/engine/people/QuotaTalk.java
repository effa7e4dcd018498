package atelier.engine.people;

import atelier.account.Account;
import atelier.chat.Excerpt;
import atelier.engine.delivery.Say;
import atelier.engine.port.Asker;
import atelier.engine.port.Parts;
import atelier.language.Phrases;
import atelier.quota.Charge;
import atelier.quota.Quota;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;

/// What of today's messages is used, for what, and what was free and why.
public final class QuotaTalk {
    private static final int MOST_SHOWN = 15;
    private static final int LONGEST = 60;

    private final Quota quota;
    private final Origins origins;
    private final ZoneId zone;

    public QuotaTalk(Parts parts) {
        this.quota = parts.quota();
        this.origins = new Origins(parts.people());
        this.zone = parts.people().zone();
    }

    public Say about(Asker asker) {
        var account = asker.account();
        var phrases = Phrases.of(account.locale());
        return Say.text(String.join("\n", standing(account), origins.sentence(account), charges(account, phrases),
                phrases.say("quota.free")));
    }

    /// One line: the tier, how much is used, and when it begins anew.
    String standing(Account account) {
        var standing = quota.standing(account);
        return Phrases.of(account.locale()).say("quota.standing", "tier", standing.tier(), "used", standing.used(),
                "limit", standing.limit(), "reset", named(standing.resetsAt()));
    }

    /// So that it is said as UTC, and not as a distance from it.
    private static ZonedDateTime named(ZonedDateTime at) {
        return at.getZone().equals(ZoneOffset.UTC) ? at.withZoneSameInstant(ZoneId.of("UTC")) : at;
    }

    private String charges(Account account, Phrases phrases) {
        var charges = quota.charges(account);
        if (charges.isEmpty()) {
            return phrases.say("quota.nothing");
        }
        var from = Math.max(0, charges.size() - MOST_SHOWN);
        var lines = charges.subList(from, charges.size()).reversed().stream().map(it -> line(it, phrases))
                .collect(Collectors.joining("\n"));
        return phrases.say("quota.today") + "\n" + lines
                + (from == 0 ? "" : "\n" + phrases.say("quota.earlier", "count", from));
    }

    private String line(Charge charge, Phrases phrases) {
        var words = charge.words().isBlank() ? "…" : Excerpt.line(charge.words(), LONGEST);
        return "- " + phrases.say("quota.line", "at", charge.at().atZone(zone), "words", words, "what",
                what(charge, phrases));
    }

    private static String what(Charge charge, Phrases phrases) {
        return switch (charge.ending()) {
            case DELIVERED -> charge.kept() < charge.taken()
                    ? phrases.say("quota.partly", "kept", charge.kept(), "taken", charge.taken())
                    : phrases.say("quota.charged", "count", charge.kept());
            case UNDERWAY -> phrases.say("quota.underway", "count", charge.taken());
            case REMEMBERED -> phrases.say("quota.remembered");
            case FAILED -> phrases.say("quota.failed");
            case STOPPED -> phrases.say("quota.stopped");
        };
    }
}
