package atelier.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the operator does beside the running service.
@Command(name = "admin", mixinStandardHelpOptions = true, description = "look after an Atelier, running or not", subcommands = {
        RotateKeysCommand.class, BackupCommand.class, RestoreCommand.class, MigrateStoreCommand.class,
        GrantCommand.class, RefundCommand.class})
final class AdminCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    AdminCommand() {}

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                "Say what to do: `admin backup`, `admin restore`, `admin migrate-store`, `admin rotate-keys`, `admin grant`,"
                        + " `admin refund`, or what"
                        + " admins say in chat, such as `admin status` (`admin --help` lists it).");
    }

    @Command(name = "status", description = "how the service does: queue, errors, nodes", mixinStandardHelpOptions = true)
    int status(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "status", words, true);
    }

    @Command(name = "usage", description = "who used models most, by person and team: usage [days]", mixinStandardHelpOptions = true)
    int usage(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "usage", words, true);
    }

    @Command(name = "tier", description = "what tier somebody has, or give them one: tier PERSON [TIER [days | until DATE] | none]", mixinStandardHelpOptions = true)
    int tier(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "tier", words, true);
    }

    @Command(name = "budget", description = "what cloud models may cost: budget [service | PERSON | TEAM] [DOLLARS | none] [a day]", mixinStandardHelpOptions = true)
    int budget(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "budget", words, true);
    }

    @Command(name = "keys", description = "the provider keys people entrusted to the bot, by their last four characters", mixinStandardHelpOptions = true)
    int keys(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "keys", words, true);
    }

    @Command(name = "announce", description = "send words to every chat that used the bot lately, or stop sending them", mixinStandardHelpOptions = true)
    int announce(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words,
            @Option(names = "--yes", description = "do it without asking") boolean yes) {
        return run(config, "announce", words, yes);
    }

    @Command(name = "ban", description = "answer somebody no more and stop their work: ban PERSON [reason]", mixinStandardHelpOptions = true)
    int ban(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words,
            @Option(names = "--yes", description = "do it without asking") boolean yes) {
        return run(config, "ban", words, yes);
    }

    @Command(name = "unban", description = "answer somebody again: unban PERSON", mixinStandardHelpOptions = true)
    int unban(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "unban", words, true);
    }

    @Command(name = "bans", description = "who is banned", mixinStandardHelpOptions = true)
    int bans(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "bans", words, true);
    }

    @Command(name = "drain", description = "take no new work; what runs is finished", mixinStandardHelpOptions = true)
    int drain(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words,
            @Option(names = "--yes", description = "do it without asking") boolean yes) {
        return run(config, "drain", words, yes);
    }

    @Command(name = "undrain", description = "take new work again", mixinStandardHelpOptions = true)
    int undrain(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "undrain", words, true);
    }

    @Command(name = "reports", description = "what people reported", mixinStandardHelpOptions = true)
    int reports(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "reports", words, true);
    }

    @Command(name = "team", description = "a team's rules: team SERVER [words]", mixinStandardHelpOptions = true)
    int team(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "team", words, true);
    }

    @Command(name = "audit", description = "who did what: audit [number]", mixinStandardHelpOptions = true)
    int audit(@Mixin ConfigOption config, @Parameters(arity = "0..*", paramLabel = "WORDS") List<String> words) {
        return run(config, "audit", words, true);
    }

    private int run(ConfigOption config, String verb, @Nullable List<String> words, boolean isSure) {
        return AdminVerbs.run(config.loadForPerson(), verb, words == null ? List.of() : words, isSure,
                Objects.requireNonNull(spec).commandLine().getOut());
    }
}
