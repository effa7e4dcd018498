package atelier.engine.admin;

import atelier.account.Grant;
import atelier.account.Grants;
import atelier.account.Identity;
import atelier.account.Tiers;
import atelier.chat.Sender;
import atelier.chat.UserFacingException;
import atelier.engine.delivery.Say;
import atelier.language.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives somebody a tier, for good or for a while, takes it back, or shows what they have.
final class TierVerb implements Verb {
    private static final Pattern DAYS = Pattern.compile("(?:for\\s+)?0{0,3}([1-9]\\d{0,3})(?:\\s*d(?:ays?)?)?");
    private static final Pattern UNTIL = Pattern.compile("until\\s+(\\d{4}-\\d{2}-\\d{2})");

    private final Office office;
    private final Grants grants;
    private final Tiers tiers;
    private final ZoneId zone;
    private final InstantSource clock;

    TierVerb(Office office) {
        this.office = office;
        this.grants = office.grants();
        this.tiers = office.tiers();
        this.zone = office.zone();
        this.clock = office.clock();
    }

    @Override
    public Say run(String rest, Admin admin) {
        var words = rest.split("\\s+", 3);
        var person = Person.of(words[0], admin.chat().platform());
        if (person.isEmpty()) {
            throw new UserFacingException(Sentence.of("admin.who"));
        }
        var whom = person.get();
        var identity = new Identity(whom.platform(), whom.id(), whom.id());
        if (words.length == 1) {
            return shown(whom);
        }
        if (words[1].equals("none")) {
            return Say.text(admin.say(grants.revoke(identity) ? "admin.tier.revoked" : "admin.tier.none", "person",
                    whom.shown()));
        }
        var ends = words.length < 3 ? Optional.<Instant>empty() : ends(words[2].strip().toLowerCase(Locale.ROOT));
        if (!tiers.byName().containsKey(words[1]) || (words.length == 3 && ends.isEmpty())) {
            throw new UserFacingException(Sentence.of("admin.tier.unclear", "tiers",
                    tiers.byName().keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        grants.grant(identity, words[1], ends.orElse(null));
        return Say.text(said(whom, words[1], ends.orElse(null), admin));
    }

    private static String said(Person whom, String tier, @Nullable Instant ends, Admin admin) {
        return ends == null
                ? admin.say("admin.tier.forever", "person", whom.shown(), "tier", tier)
                : admin.say("admin.tier.done", "person", whom.shown(), "tier", tier, "until", HouseVerbs.time(ends));
    }

    private Say shown(Person whom) {
        var account = office.accounts().of(Sender.unheard(whom.platform(), whom.id()));
        var lines = grants.of(account.id()).stream().map(it -> "- " + shown(it)).collect(Collectors.joining("\n"));
        return Say.text("**" + account.tier().name() + "**" + (lines.isEmpty() ? "" : "\n" + lines));
    }

    private static String shown(Grant grant) {
        return "%s: %s (%s)%s".formatted(grant.identity().key(), grant.tier(),
                grant.source().name().toLowerCase(Locale.ROOT),
                grant.ends() == null ? "" : ", → " + HouseVerbs.time(grant.ends()));
    }

    /// Empty when the words name no time to come.
    private Optional<Instant> ends(String words) {
        var days = DAYS.matcher(words);
        if (days.matches()) {
            return Optional.of(clock.instant().plus(Duration.ofDays(Long.parseLong(days.group(1)))));
        }
        var until = UNTIL.matcher(words);
        try {
            return until.matches()
                    ? Optional.of(LocalDate.parse(until.group(1)).plusDays(1).atStartOfDay(zone).toInstant())
                            .filter(it -> it.isAfter(clock.instant()))
                    : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
