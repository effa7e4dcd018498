package atelier.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything an operator may set, checked. What may be left out is null. Safe to print: secrets show as stars.
///
/// @param dataDir       where the database is kept
/// @param databaseUrl   a JDBC address; null means SQLite in [#dataDir]
/// @param vaultKeyFile  where the master key of people's provider keys is kept
/// @param roles         what this process does, of all that a service does
/// @param backup       which backups the service makes by itself
/// @param timeZone      in whose midnight quotas begin anew
/// @param healthPeriod  how often model servers are asked whether they are well
/// @param historyTokens how much of a conversation a model gets to read
/// @param jobsAtOnce    how many wishes this process works on at once
/// @param kept          for how long what people said and had made is kept
/// @param tiers         by name, in the order free, pro, studio, then the operator's own
/// @param defaultTier   a name in [#tiers]
/// @param plans         what those who pay should know
/// @param serviceBudget what cloud models may cost for everybody together
/// @param teamBudget    what they may cost for one team
/// @param community     who administers it and who else is heard
/// @param memberEndpoints private model servers that people may register models of
/// @param learn        whether who did a kind of work best is asked first for it
/// @param queueing     how wishes queue for models
/// @param soundfont     what music is played with; null means Java's built-in instruments
/// @param terminalOut   where the chat at the terminal puts files
/// @param logLevel      `error`, `warn`, `info`, `debug` or `trace`
/// @param warnings      sentences the operator should read once; nothing that stops Atelier
public record Config(Path dataDir, @Nullable Secret databaseUrl, Path vaultKeyFile, Set<Role> roles, Backup backup,
        Http http,
        ZoneId timeZone,
        Discord discord,
        Telegram telegram, ModelServer ollama, ModelServer lmStudio, Cloud gemini, Cloud openAi, Cloud anthropic,
        Limits limits, Duration healthPeriod, int historyTokens, int jobsAtOnce, Kept kept,
        Map<String, TierSettings> tiers,
        String defaultTier,
        Plans plans, BudgetSettings serviceBudget, BudgetSettings teamBudget, Community community,
        List<URI> memberEndpoints,
        boolean learn, Queueing queueing, @Nullable Path soundfont, Path terminalOut, String logLevel,
        List<String> warnings) {
    public Config {
        roles = Set.copyOf(roles);
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
        memberEndpoints = List.copyOf(memberEndpoints);
        warnings = List.copyOf(warnings);
    }

    /// A part of the service that one process of several may be.
    public enum Role {
        /// Talks with the chat platforms.
        GATEWAY,
        /// Works on jobs.
        WORKER,
        /// Answers webhooks and shows games.
        WEB
    }

    /// Backups the service makes by itself.
    ///
    /// @param every null means none
    /// @param keep  how many are kept
    public record Backup(@Nullable Duration every, int keep) {}

    /// Where the service listens; not at all unless `enabled`. Port 0 is any free one.
    ///
    /// @param publicUrl how it is reached from outside; null when it is not
    public record Http(boolean enabled, String host, int port, @Nullable URI publicUrl) {}

    /// Off without a token. Null addresses mean Discord's own.
    ///
    /// @param shards    0 for as many as Discord recommends
    /// @param tierRoles tier by the number of a role
    /// @param skus      tier by the number of what is sold there
    public record Discord(@Nullable Secret token, @Nullable URI apiUrl, @Nullable URI gatewayUrl, int shards,
            Map<String, String> tierRoles, Map<String, String> skus) {
        public Discord {
            tierRoles = Map.copyOf(tierRoles);
            skus = Map.copyOf(skus);
        }
    }

    /// What those who pay should know.
    ///
    /// @param terms   the terms of sale; null for none of the operator's own
    /// @param support who answers for payments; null when nobody said
    public record Plans(@Nullable URI terms, @Nullable String support) {}

    /// How many answers each server makes at once.
    ///
    /// @param members  each server that somebody registered models of
    /// @param cloud    each cloud provider
    /// @param patience how long a wish waits where another model may answer instead
    public record Queueing(int ollama, int lmStudio, int members, int cloud, Duration patience) {}

    /// Off without a token.
    ///
    /// @param webhook        how Telegram calls us; null means we ask it (long polling)
    /// @param callsPerSecond most calls to it over all chats
    public record Telegram(@Nullable Secret token, URI apiUrl, @Nullable Webhook webhook, int callsPerSecond) {}

    /// @param secret the word every call must carry
    /// @param url    the public address to register; null when the operator registers it
    public record Webhook(Secret secret, @Nullable URI url) {}

    /// A model server on a machine of the operator; off without a `url`.
    ///
    /// @param model the one to prefer; null leaves the choice to Atelier
    public record ModelServer(@Nullable URI url, @Nullable String model) {}

    /// A cloud provider; off without a key.
    ///
    /// @param model which one answers
    public record Cloud(@Nullable Secret key, URI url, String model) {}

    /// How long things may take.
    public record Limits(Duration connect, Duration firstTokenLocal, Duration firstTokenCloud,
            Duration firstTokenLoading, Duration idle, Duration job) {}

    /// For how many days something is kept.
    ///
    /// @param conversations after their last use; 0 keeps them until somebody deletes them
    /// @param files         after the last use of their conversation
    public record Kept(int conversations, int files, int calls, int events) {}

    /// Somebody who may administer the bot.
    ///
    /// @param platform `discord` or `telegram`
    /// @param id       the platform's own number
    public record Admin(String platform, String id) {}

    /// Who administers the bot, which other bots are heard, and how much of one chat.
    public record Community(List<Admin> admins, List<Admin> bots, int chatRequestsPerMinute) {
        public Community {
            admins = List.copyOf(admins);
            bots = List.copyOf(bots);
        }
    }

    /// Who may administer the bot.
    public List<Admin> admins() {
        return community.admins();
    }

    /// Ids of the bots that are heard on a platform.
    ///
    /// @param platform `discord` or `telegram`
    public Set<String> botsHeard(String platform) {
        return community.bots().stream().filter(bot -> bot.platform().equals(platform)).map(Admin::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether any chat platform is set up, so that the service rather than the chat at the terminal is meant.
    public boolean hasChatPlatform() {
        return discord.token() != null || telegram.token() != null;
    }

    /// Whether this process is such a part of the service.
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Every secret given, so that the log can hide them.
    public List<String> secrets() {
        Webhook webhook = telegram.webhook();
        return Stream.of(databaseUrl, discord.token(), telegram.token(), webhook == null ? null : webhook.secret(),
                gemini.key(), openAi.key(), anthropic.key())
                .filter(Objects::nonNull).map(Secret::value).toList();
    }

    /// Reads the file, then lays the environment's `ATELIER_…` variables over it.
    ///
    /// @param file        null for none
    /// @param environment as `System.getenv()`
    /// @throws ConfigException with every mistake in it
    public static Config load(@Nullable Path file, Map<String, String> environment) {
        return ConfigReading.of(file, environment).config();
    }
}
