package atelier.engine;

import static org.awaitility.Awaitility.await;

import atelier.SettableClock;
import atelier.account.Grant;
import atelier.account.Grants;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.ChatAdapter;
import atelier.chat.Perks;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.create.Artifact;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.code.CodeCreator;
import atelier.create.dojo.GameCreator;
import atelier.create.song.SongCreator;
import atelier.create.song.ToplineCreator;
import atelier.create.text.ExplainCreator;
import atelier.create.text.LogCreator;
import atelier.create.text.LyricsCreator;
import atelier.create.text.ReviewCreator;
import atelier.create.text.TalkCreator;
import atelier.engine.community.Community;
import atelier.engine.node.Membership;
import atelier.engine.port.Adapters;
import atelier.engine.port.ArtifactStore;
import atelier.engine.port.Buttons;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.engine.port.People;
import atelier.engine.port.Registry.Usual;
import atelier.engine.port.StarShop;
import atelier.engine.port.Wakes;
import atelier.engine.port.Workshop;
import atelier.generation.Model;
import atelier.generation.Router;
import atelier.generation.TimeLimits;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.setup.Clouds;
import atelier.generation.setup.ModelsConfig;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.quota.Quota;
import atelier.quota.Rates;
import atelier.quota.budget.BudgetLimits;
import atelier.secret.Vault;
import atelier.store.Database;
import atelier.store.DiskArtifacts;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiButtons;
import atelier.store.JdbiCalls;
import atelier.store.JdbiCommunity;
import atelier.store.JdbiConversations;
import atelier.store.JdbiDataKeys;
import atelier.store.JdbiGrants;
import atelier.store.JdbiInbox;
import atelier.store.JdbiJobs;
import atelier.store.JdbiLedger;
import atelier.store.JdbiMadeFiles;
import atelier.store.JdbiNodes;
import atelier.store.JdbiOutbox;
import atelier.store.JdbiPace;
import atelier.store.JdbiPersonas;
import atelier.store.JdbiProposedKeys;
import atelier.store.JdbiProviderKeys;
import atelier.store.JdbiTemplates;
import atelier.store.JdbiUsageLog;
import atelier.store.JdbiVotes;
import atelier.store.LocalJobQueue;
import atelier.usage.Call;
import atelier.usage.CallFigures;
import atelier.usage.Cost;
import atelier.usage.ModelFigures;
import atelier.usage.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A whole Atelier on a SQLite file, with a [TestChat] as its only door and a scripted router as its models.
public final class TestAtelier implements AutoCloseable {
    final SettableClock clock;
    final TestChat chat;
    /// Where members' models may be.
    final Set<String> approved;
    /// The models people are told of.
    final List<Model> models = new CopyOnWriteArrayList<>();
    /// For each file that was stored, whether meanwhile others could write.
    final List<Boolean> othersCouldWrite = new CopyOnWriteArrayList<>();
    private volatile boolean watchesStoring;
    private final AtomicInteger learned = new AtomicInteger();
    private static final ModelsConfig NO_CLOUDS = new ModelsConfig("", "", ModelsConfig.Cloud.NONE,
            ModelsConfig.Cloud.NONE, ModelsConfig.Cloud.NONE, null, TimeLimits.DEFAULT);

    final JdbiProviderKeys keys;
    private final Clouds clouds;
    private final Database database;
    private final DiskArtifacts disk;
    private final JdbiLedger ledger;
    private final JdbiAccounts accounts;
    private final Engine engine;
    final People people;

    public TestAtelier(Path folder, TestChat chat, Router router) {
        this(folder, chat, router, new Tier("free", 25, 100, 1, true, 1), quick());
    }

    TestAtelier(Path folder, TestChat chat, Router router, Tier tier,
            Creator<Intent.ComposeMelody> melody) {
        this(folder, chat, router, tier, melody, true);
    }

    /// @param starts whether it begins to work at once
    TestAtelier(Path folder, TestChat chat, Router router, Tier tier, Creator<Intent.ComposeMelody> melody,
            boolean starts) {
        this(folder, chat, router, tier, melody, starts, Set.of(), NO_CLOUDS);
    }

    /// @param approved origins that members' models may be at
    /// @param servers  where the clouds are that people bring keys for
    TestAtelier(Path folder, TestChat chat, Router router, Tier tier, Creator<Intent.ComposeMelody> melody,
            boolean starts, Set<String> approved, ModelsConfig servers) {
        this(folder, Database.sqlite(folder.resolve("atelier.db")), chat, router, tier, melody, starts, approved,
                servers);
    }

    /// On any database; the folder has files and keys.
    TestAtelier(Path folder, Database database, TestChat chat, Router router,
            Creator<Intent.ComposeMelody> melody, boolean starts) {
        this(folder, database, chat, router, new Tier("free", 25, 100, 1, true, 1), melody, starts, Set.of(),
                NO_CLOUDS);
    }

    private TestAtelier(Path folder, Database database, TestChat chat, Router router, Tier tier,
            Creator<Intent.ComposeMelody> melody, boolean starts, Set<String> approved, ModelsConfig servers) {
        this(folder, database, chat, List.of(chat), SettableClock.at("2026-11-21T12:00:00Z"), router,
                new Tiers(Map.of(tier.name(), tier), tier.name()), Offers.NONE, StarShop.CLOSED, melody, starts,
                approved, servers);
    }

    /// With doors of one's own, and tiers that are sold.
    TestAtelier(Path folder, List<ChatAdapter> doors, SettableClock clock, Router router, Tiers tiers, Offers offers,
            StarShop shop) {
        this(folder, Database.sqlite(folder.resolve("atelier.db")), new TestChat(), doors, clock, router, tiers, offers,
                shop, quick(), true, Set.of(), NO_CLOUDS);
    }

    /// With tiers of one's own.
    TestAtelier(Path folder, TestChat chat, SettableClock clock, Router router, Tiers tiers, Offers offers,
            StarShop shop) {
        this(folder, Database.sqlite(folder.resolve("atelier.db")), chat, List.of(chat), clock, router, tiers, offers,
                shop, quick(), true, Set.of(), NO_CLOUDS);
    }

    private TestAtelier(Path folder, Database database, TestChat chat, List<? extends ChatAdapter> doors,
            SettableClock clock, Router router, Tiers tiers, Offers offers, StarShop shop,
            Creator<Intent.ComposeMelody> melody, boolean starts, Set<String> approved, ModelsConfig servers) {
        this.clock = clock;
        this.approved = approved;
        this.clouds = Clouds.of(servers);
        this.chat = chat;
        this.database = database;
        var made = TestParts.people(database, tiers, offers, shop, new JdbiProviderKeys(database,
                new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)), clock), clock);
        this.people = new People(made.tiers(), made.offers(), counting(made.grants()), made.orders(), made.stars(),
                made.links(), made.banned(), made.zone());
        this.ledger = new JdbiLedger(database, clock);
        this.accounts = new JdbiAccounts(database, tiers, new JdbiGrants(database, tiers, offers, clock),
                Set.of("TELEGRAM:" + TestChat.id("admin")), clock);
        this.keys = new JdbiProviderKeys(database,
                new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)), clock);
        var workshop = new Workshop(new CodeCreator(router), new ReviewCreator(router), new ExplainCreator(router),
                new GameCreator(router), new LyricsCreator(router), melody, new ToplineCreator(router),
                new SongCreator(router),
                new LogCreator(router), new TalkCreator(router));
        this.disk = new DiskArtifacts(folder.resolve("files"));
        this.engine = new Engine(new Parts(database, new Membership(new JdbiNodes(database), database, "node-1", true),
                Wakes.none(),
                new JdbiInbox(database, clock), accounts,
                new JdbiConversations(database, clock), new JdbiTemplates(database, clock),
                new JdbiPersonas(database, clock),
                new JdbiJobs(database, clock),
                new LocalJobQueue(database, 8, Duration.ofSeconds(2), _ -> 1),
                new JdbiOutbox(database, "node-1", Clock.systemUTC()), new JdbiButtons(database, clock),
                artifacts(disk), new JdbiMadeFiles(database),
                TestParts.plays(database, clock),
                new JdbiUsageLog(database),
                new JdbiVotes(database, clock), TestParts.records(database, clock),
                new Quota(ledger, clock, ZoneOffset.UTC), new Rates(new JdbiPace(database, clock), clock),
                new IntentParser(), workshop,
                TestParts.registry(router, database, keys, () -> models, approved,
                        Map.of(ModelPlatform.OLLAMA, new Usual("http://localhost:11434", ""), ModelPlatform.GEMINI,
                                new Usual(servers.gemini().url(), servers.gemini().model())),
                        clock),
                new CloudKeys(keys, new JdbiProposedKeys(database, keys), clouds),
                TestParts.budgets(database, accounts, tiers.byName().keySet(), BudgetLimits.NONE, _ -> {}, clock),
                community(),
                new Adapters(doors), new Meters(new SimpleMeterRegistry()), clock, 4000,
                people, TestParts.personal(database, disk, clock)));
        if (starts) {
            engine.start();
        }
    }

    private Grants counting(Grants grants) {
        return new Grants() {
            @Override
            public void grant(Identity to, String tier, @Nullable Instant ends) {
                grants.grant(to, tier, ends);
            }

            @Override
            public boolean revoke(Identity from) {
                return grants.revoke(from);
            }

            @Override
            public void learn(Perks perks) {
                grants.learn(perks);
                learned.incrementAndGet();
            }

            @Override
            public List<Grant> of(long account) {
                return grants.of(account);
            }
        };
    }

    /// How often a platform told what somebody has there.
    int learned() {
        return learned.get();
    }

    Community community() {
        return JdbiCommunity.of(database, Set.of("TELEGRAM:" + TestChat.id("admin")), 60, clock);
    }

    /// From now on it is found out whether others may write to the database while a file is packed and stored.
    void watchesStoring() {
        watchesStoring = true;
    }

    private ArtifactStore artifacts(ArtifactStore disk) {
        return new ArtifactStore() {
            @Override
            public String put(byte[] content) {
                if (watchesStoring) {
                    othersCouldWrite.add(canOthersWrite());
                }
                return disk.put(content);
            }

            @Override
            public Path path(String sha256) {
                return disk.path(sha256);
            }
        };
    }

    private boolean canOthersWrite() {
        var written = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> written.complete(database.inTransaction(() -> true)));
        return written.completeOnTimeout(false, 5, TimeUnit.SECONDS).join();
    }

    /// Events arrive, but no work is begun yet.
    void opensDoors() {
        chat.start(engine);
    }

    void startsWork() {
        engine.start();
    }

    /// A melody creator that is quick and the same every time.
    static Creator<Intent.ComposeMelody> quick() {
        return (_, bench) -> new Creation("quick", List.of(new Artifact("quick.mid", "audio/midi",
                Long.toString(bench.seed()).getBytes(StandardCharsets.UTF_8))), "A quick tune.", List.of(),
                null, "the test");
    }

    /// The person's words and what was answered when all work was done.
    public TestChat.Post says(String person, String text) {
        chat.says(person, text);
        return answer(person);
    }

    /// Words in reply to one of the bot's messages, and the answer.
    TestChat.Post replies(String person, TestChat.Post to, String text) {
        chat.replies(person, to, text);
        return answer(person);
    }

    /// What pressing the newest button of this label brings.
    TestChat.Post presses(String person, String label) {
        chat.presses(person, label);
        return answer(person);
    }

    /// What pressing a button under this message brings.
    TestChat.Post presses(String person, TestChat.Post under, String label) {
        chat.presses(person, under, label);
        return answer(person);
    }

    /// The id of the work that this message shows.
    String job(TestChat.Post shown) {
        return shown.buttons().stream().filter(button -> button.label().equals("Regenerate"))
                .map(button -> new JdbiButtons(database, clock).find(button.id()).orElseThrow().argument()).findFirst()
                .orElseThrow();
    }

    TestChat.Post answer(String person) {
        awaitIdle();
        return chat.shownTo(person).getLast();
    }

    /// As the service does every few hours.
    void sweeps() {
        TestParts.personal(database, disk, clock).expire(clock.instant());
    }

    /// A button of this person's, as under one of the bot's messages.
    String button(String person, Buttons.Action action, String argument) {
        return new JdbiButtons(database, clock).add(account(person), TestChat.chat(person).key(), action, argument);
    }

    List<String> suggests(String person, String command, String option, String typed) {
        return engine.suggest(TestChat.sender(person), TestChat.chat(person), command, option, typed);
    }

    void awaitIdle() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(60))
                .until(engine::isIdle);
    }

    /// How often a model was liked.
    long likes(String provider, String model) {
        return sum(provider, model, ModelFigures::likes);
    }

    /// How often a model was asked for something.
    long calls(String provider, String model) {
        return sum(provider, model, ModelFigures::calls);
    }

    private long sum(String provider, String model, ToLongFunction<ModelFigures> what) {
        return new JdbiUsageLog(database).models(new Scope.Everybody(), Instant.EPOCH).stream()
                .filter(figures -> figures.provider().equals(provider) && figures.model().equals(model))
                .filter(figures -> figures.task().isEmpty()).mapToLong(what).sum();
    }

    /// One more call of a model has ended.
    void records(Call call) {
        new JdbiCalls(database).add(List.of(call));
    }

    /// What a person's work cost, as they are told.
    Cost spent(String person) {
        return new JdbiUsageLog(database).totals(account(person), Instant.EPOCH).cost();
    }

    /// The same by what was recorded of each call.
    Cost recorded(String person) {
        return new JdbiCalls(database).figures(new Scope.Person(account(person)), Instant.EPOCH).stream()
                .filter(figures -> figures.task().isEmpty()).map(CallFigures::cost).reduce(Cost.NOTHING, Cost::plus);
    }

    /// Whether the last message to somebody has these words in it.
    boolean shows(String person, String words) {
        return !chat.shownTo(person).isEmpty() && chat.shownTo(person).getLast().text().contains(words);
    }

    long account(String person) {
        return accounts.of(new Sender(Platform.TELEGRAM, TestChat.id(person), person, Locale.ENGLISH)).id();
    }

    /// The tier of somebody on a platform.
    String tier(Platform platform, String id) {
        return accounts.of(new Sender(platform, id, "", Locale.ENGLISH)).tier().name();
    }

    /// The account of somebody on a platform.
    long account(Platform platform, String id) {
        return accounts.of(new Sender(platform, id, "", Locale.ENGLISH)).id();
    }

    public int used(String person) {
        return ledger.used(account(person), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /// Stops the service without patience for running work.
    void handsBackAndCloses() {
        engine.close(Duration.ZERO);
        database.close();
    }

    @Override
    public void close() {
        engine.close();
        clouds.close();
        database.close();
    }
}
