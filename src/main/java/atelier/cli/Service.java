package atelier.cli;

import atelier.adapter.discord.DiscordAdapter;
import atelier.adapter.discord.DiscordSettings;
import atelier.adapter.discord.Suggestions;
import atelier.adapter.telegram.TelegramAdapter;
import atelier.adapter.telegram.TelegramSettings;
import atelier.adapter.web.HttpServer;
import atelier.adapter.web.PlayPages;
import atelier.audio.Mp3File;
import atelier.chat.ChatAdapter;
import atelier.chat.UserFacingException;
import atelier.chat.WebhookRoute;
import atelier.config.Config;
import atelier.engine.BudgetedSpending;
import atelier.engine.Engine;
import atelier.engine.community.Community;
import atelier.engine.node.Membership;
import atelier.engine.play.PlayLinks;
import atelier.engine.port.Adapters;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.JobQueue;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.engine.port.Records;
import atelier.engine.port.Registry;
import atelier.engine.port.Retention;
import atelier.generation.Oversight;
import atelier.generation.TaskRanking;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.learning.CallRecords;
import atelier.generation.learning.LearnedRanking;
import atelier.generation.setup.ConnectionCheck;
import atelier.generation.setup.OwnModels;
import atelier.generation.setup.OwnServers;
import atelier.intent.IntentParser;
import atelier.quota.Quota;
import atelier.quota.Rates;
import atelier.quota.budget.BudgetAlert;
import atelier.quota.budget.Budgets;
import atelier.secret.SecretMask;
import atelier.secret.Vault;
import atelier.store.DataLock;
import atelier.store.Database;
import atelier.store.DiskArtifacts;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiButtons;
import atelier.store.JdbiCalls;
import atelier.store.JdbiChoices;
import atelier.store.JdbiCommunity;
import atelier.store.JdbiConversations;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiGrants;
import atelier.store.JdbiInbox;
import atelier.store.JdbiJobs;
import atelier.store.JdbiLedger;
import atelier.store.JdbiMadeFiles;
import atelier.store.JdbiMemory;
import atelier.store.JdbiNodes;
import atelier.store.JdbiOutbox;
import atelier.store.JdbiOwnLimits;
import atelier.store.JdbiPace;
import atelier.store.JdbiPersonalData;
import atelier.store.JdbiPersonas;
import atelier.store.JdbiProposedKeys;
import atelier.store.JdbiProviderKeys;
import atelier.store.JdbiRatedAnswers;
import atelier.store.JdbiRegisteredModels;
import atelier.store.JdbiSharedKey;
import atelier.store.JdbiTemplates;
import atelier.store.JdbiUsageLog;
import atelier.store.JdbiVotes;
import atelier.store.LocalJobQueue;
import atelier.store.NodeId;
import atelier.store.SchedulerJobQueue;
import atelier.store.SharedArtifacts;
import atelier.usage.CallRecorder;
import atelier.usage.ModelStatistics;
import atelier.usage.TrainingPackets;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A whole Atelier, put together by hand from its configuration. Closing it stops it gracefully.
final class Service implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(23);
    /// Less than whoever watches a service commonly waits.
    private static final Duration READINESS = Duration.ofMillis(500);

    private final Config config;
    private final DataLock lock;
    private final Database database;
    private final JdbiAccounts accounts;
    private final Budgets budgets;
    private final JdbiCalls calls;
    private final CallRecorder recorder;
    private final JdbiChoices choices;
    private final LearnedRanking ranking;
    private final Makers makers;
    private final EndpointPolicy endpoints;
    private final OwnServers ownServers;
    private final CloudKeys cloudKeys;
    private final JdbiProviderKeys keys;
    private final JdbiGrants grants;
    private final Community community;
    private final People people;
    private final Engine engine;
    private final ArtifactStore artifacts;
    private final Membership membership;
    private final News news;
    private final Upkeep upkeep;
    private final PlayLinks plays;
    private final List<WebhookRoute> webhooks;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private @Nullable HttpServer http;

    private Service(Config config, DataLock lock, Database database, Membership membership, News news,
            List<? extends ChatAdapter> adapters, List<WebhookRoute> webhooks) {
        this.config = config;
        this.lock = lock;
        this.database = database;
        this.membership = membership;
        this.news = news;
        var clock = Clock.systemUTC();
        this.grants = new JdbiGrants(database, PeopleOf.tiers(config), PeopleOf.offers(config), clock);
        this.accounts = new JdbiAccounts(database, PeopleOf.tiers(config), grants, admins(config), clock);
        this.community = JdbiCommunity.of(database, admins(config), config.community().chatRequestsPerMinute(), clock);
        this.budgets = new Budgets(BudgetPlans.of(config), accounts,
                new JdbiBudgetBook(database, membership.id(), clock),
                new JdbiOwnLimits(database), this::budgetReached, clock);
        this.calls = new JdbiCalls(database);
        this.recorder = new CallRecorder(calls);
        this.choices = new JdbiChoices(database);
        this.ranking = new LearnedRanking(calls, choices::withoutLearnedRouting, this::isLocal, new SplittableRandom(),
                clock);
        this.makers = Makers.of(config, new Oversight(new BudgetedSpending(budgets, community.places()::team),
                config.learn() ? ranking : TaskRanking.NONE, new CallRecords(recorder, clock)::ended,
                news.queueing(config, database, membership.id())));
        this.endpoints = ModelPlaces.allowed(config);
        this.ownServers = new OwnServers(endpoints, config.limits().connect(), config.healthPeriod(),
                clock);
        this.keys = new JdbiProviderKeys(database, new Vault(config.vaultKeyFile(), new JdbiDataKeys(database)), clock);
        this.cloudKeys = new CloudKeys(keys, new JdbiProposedKeys(database, keys), makers.clouds());
        var disk = new DiskArtifacts(config.dataDir().resolve("files"));
        this.artifacts = database.isShared() ? new SharedArtifacts(database, disk, clock) : disk;
        this.upkeep = Upkeep.of(config, database, disk, clock);
        this.plays = new PlayLinks(new JdbiSharedKey(database).of("play links"),
                config.http().enabled() ? config.http().publicUrl() : null, clock);
        this.webhooks = webhooks;
        this.people = PeopleOf.people(config, database, grants, keys,
                account -> community.bans().of(account).isPresent(), clock);
        this.engine = new Engine(parts(adapters), config.is(Config.Role.WORKER));
    }

    /// With the given doors instead of the configured ones.
    static Service of(Config config, List<? extends ChatAdapter> adapters) {
        var lock = lock(config);
        var database = database(config, lock);
        var membership = membership(config, database);
        return new Service(config, lock, database, membership, News.of(database, membership.id()), adapters,
                List.of());
    }

    private static Membership membership(Config config, Database database) {
        return new Membership(new JdbiNodes(database), database, NodeId.in(config.dataDir()), !database.isShared());
    }

    /// With a door to every chat platform that has a token.
    static Service ofPlatforms(Config config) {
        var lock = lock(config);
        var database = database(config, lock);
        var memory = new JdbiMemory(database);
        var adapters = new ArrayList<ChatAdapter>();
        var webhooks = new ArrayList<WebhookRoute>();
        // The engine that knows what to suggest is made after its doors.
        var suggestions = new AtomicReference<>(Suggestions.none());
        var discord = config.discord();
        var membership = membership(config, database);
        var news = News.of(database, membership.id());
        var doors = new Doors(config, database, membership, news.wakes());
        var discordToken = discord.token();
        if (discordToken != null) {
            adapters.add(doors.divided(leases -> new DiscordAdapter(
                    DiscordSettings.of(discordToken.value(), discord.apiUrl(), discord.gatewayUrl(), discord.shards())
                            .withPerks(!discord.tierRoles().isEmpty() || !discord.skus().isEmpty())
                            .hearing(config.botsHeard("discord")),
                    Commands.slash(), Commands.onMessages(),
                    (who, where, command, option, typed) -> suggestions.get().suggest(who, where, command, option,
                            typed),
                    memory, leases, Clock.systemUTC())));
        }
        if (config.telegram().token() != null) {
            Supplier<TelegramAdapter> telegram = () -> new TelegramAdapter(
                    telegram(config.telegram()).hearing(config.botsHeard("telegram")), memory,
                    Clock.systemUTC(), Mp3File::of);
            if (config.telegram().webhook() == null) {
                adapters.add(doors.connecting(telegram));
            } else {
                var called = telegram.get();
                called.webhook().ifPresent(webhooks::add);
                adapters.add(doors.called(called));
            }
        }
        var service = new Service(config, lock, database, membership, news, adapters, webhooks);
        suggestions.set(service.engine::suggest);
        return service;
    }

    private static TelegramSettings telegram(Config.Telegram telegram) {
        var token = String.valueOf(Makers.value(telegram.token()));
        var webhook = telegram.webhook();
        var settings = webhook == null
                ? TelegramSettings.polling(token, telegram.apiUrl(), Commands.telegram())
                : TelegramSettings.webhook(token, telegram.apiUrl(), webhook.secret().value(), webhook.url(),
                        Commands.telegram());
        return settings.withCallsPerSecond(telegram.callsPerSecond());
    }

    private static DataLock lock(Config config) {
        try {
            Files.createDirectories(config.dataDir());
        } catch (IOException failure) {
            throw new UserFacingException("The folder " + config.dataDir() + " cannot be made (" + failure.getMessage()
                    + "). Set another data-dir (ATELIER_DATA_DIR).");
        }
        return DataLock.take(config.dataDir());
    }

    private static Database database(Config config, DataLock lock) {
        try {
            return Databases.open(config);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private Parts parts(List<? extends ChatAdapter> adapters) {
        var clock = Clock.systemUTC();
        var quota = new Quota(new JdbiLedger(database, clock), clock, config.timeZone());
        return new Parts(database, membership, news.wakes(), new JdbiInbox(database, clock), accounts,
                new JdbiConversations(database, clock), new JdbiTemplates(database, clock),
                new JdbiPersonas(database, clock),
                new JdbiJobs(database, clock),
                queue(clock),
                new JdbiOutbox(database, membership.id(), clock),
                new JdbiButtons(database, clock), artifacts, new JdbiMadeFiles(database),
                plays, new JdbiUsageLog(database), new JdbiVotes(database, clock), records(clock),
                quota,
                new Rates(new JdbiPace(database, clock), clock), new IntentParser(), makers.workshop(), registry(clock),
                cloudKeys, budgets,
                community,
                new Adapters(adapters), new Meters(metrics), clock,
                config.historyTokens(), people,
                new JdbiPersonalData(database, upkeep.sweep(), retention(), config.timeZone(), clock));
    }

    private JobQueue queue(Clock clock) {
        return database.isShared()
                ? new SchedulerJobQueue(database, clock, membership.id(), config.jobsAtOnce(), DRAIN,
                        news.wakes())
                : new LocalJobQueue(database, config.jobsAtOnce(), DRAIN,
                        account -> accounts.byId(account).tier().priority());
    }

    /// Members' models count by where they run, which their ids do not say; only the configured servers' are put in order.
    private boolean isLocal(String id) {
        return makers.models().known().stream().anyMatch(model -> model.local() && model.id().equals(id));
    }

    private Records records(Clock clock) {
        var rated = new JdbiRatedAnswers(database, clock);
        return new Records(new ModelStatistics(calls, clock), rated,
                new TrainingPackets(rated, SecretMask::mask, clock), calls, recorder, recorder::spent, ranking::wake);
    }

    private void budgetReached(BudgetAlert alert) {
        engine.reached(alert);
    }

    private Registry registry(Clock clock) {
        var registered = new JdbiRegisteredModels(database, clock);
        return new Registry(makers.models().router(), makers.models()::known, registered,
                new OwnModels(registered, cloudKeys.inUse(), choices, ownServers, community.places()::team), choices,
                new ConnectionCheck(endpoints), ModelPlaces.usual(config));
    }

    private Retention retention() {
        var kept = config.kept();
        return new Retention(kept.conversations() == 0 ? null : Duration.ofDays(kept.conversations()),
                Duration.ofDays(kept.files()), Duration.ofDays(kept.calls()), Duration.ofDays(kept.events()));
    }

    static Set<String> admins(Config config) {
        return config.admins().stream().map(admin -> admin.platform().toUpperCase(Locale.ROOT) + ":" + admin.id())
                .collect(Collectors.toSet());
    }

    void start() {
        if (config.http().enabled() && config.hasChatPlatform()) {
            http = HttpServer.start(config.http().host(), config.http().port(),
                    new ReadinessCheck(database::isWritable, engine::connected, READINESS)::parts, metrics,
                    config.is(Config.Role.WEB) ? webhooks : List.of(), new PlayPages(plays, artifacts::path));
        }
        news.start();
        recorder.start();
        ownServers.start();
        if (config.learn()) {
            ranking.start();
        }
        engine.start();
        upkeep.start();
    }

    /// Where it can be reached over HTTP, as words for a log line.
    String where() {
        var server = http;
        return server == null ? "" : " and listens on " + config.http().host() + ":" + server.port();
    }

    /// Waits until nothing runs and nothing is left to be sent.
    void awaitIdle(Duration atMost) throws InterruptedException {
        engine.awaitIdle(atMost);
    }

    @Override
    public void close() {
        engine.close();
        news.close();
        upkeep.close();
        var server = http;
        if (server != null) {
            server.close();
        }
        ranking.close();
        makers.close();
        recorder.close();
        ownServers.close();
        people.stars().close();
        database.close();
        lock.close();
    }
}
