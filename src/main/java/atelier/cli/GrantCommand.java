package atelier.cli;

import atelier.account.Identity;
import atelier.chat.Platform;
import atelier.chat.UserFacingException;
import atelier.store.JdbiGrants;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gives somebody a tier, for good or for a while, or takes it back. It counts from their next message; the service may run
/// meanwhile.
@Command(name = "grant", mixinStandardHelpOptions = true, description = "give somebody a tier, or take it back; the service may go on running")
final class GrantCommand implements Callable<Integer> {
    private static final Pattern WHOM = Pattern.compile("(discord|telegram):(\\d{1,20})");

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Parameters(index = "0", paramLabel = "PERSON", description = "who, such as telegram:123456789 or discord:112233445566778899")
    private String whom = "";

    @Parameters(index = "1", paramLabel = "TIER", description = "a tier of the configuration, or none to take back what was given")
    private String tier = "";

    @Option(names = "--days", description = "for how many days; without it, until it is taken back")
    private @Nullable Integer days;

    @Spec
    private @Nullable CommandSpec spec;

    GrantCommand() {}

    @Override
    public Integer call() {
        var loaded = config.loadForPerson();
        var tiers = PeopleOf.tiers(loaded);
        var person = person(whom);
        var clock = Clock.systemUTC();
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        try (var database = Databases.open(loaded)) {
            var grants = new JdbiGrants(database, tiers, PeopleOf.offers(loaded), clock);
            if (tier.equals("none")) {
                out.println(grants.revoke(person)
                        ? whom + " has no tier of yours any more."
                        : whom + " had no tier of yours; nothing was changed.");
                return 0;
            }
            if (!tiers.byName().containsKey(tier)) {
                throw new UserFacingException("There is no tier “" + tier + "”. Choose one of "
                        + String.join(", ", tiers.byName().keySet().stream().sorted().toList()) + ", or none.");
            }
            if (days != null && (days < 1 || days > 36_500)) {
                throw new UserFacingException("Give a number of days from 1 to 36500.");
            }
            var ends = days == null ? null : clock.instant().plus(Duration.ofDays(days));
            grants.grant(person, tier, ends);
            out.println(ends == null
                    ? "%s has the %s tier from now on.".formatted(whom, tier)
                    : "%s has the %s tier until %tF %<tR.".formatted(whom, tier, ends.atZone(loaded.timeZone())));
        }
        return 0;
    }

    static Identity person(String whom) {
        var match = WHOM.matcher(whom.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new UserFacingException("“" + whom
                    + "” is nobody. Write the platform and the person's number there, such as telegram:123456789.");
        }
        return new Identity(Platform.valueOf(match.group(1).toUpperCase(Locale.ROOT)), match.group(2), "");
    }
}
