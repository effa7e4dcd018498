package atelier.engine;

import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Attachment;
import atelier.chat.Button;
import atelier.chat.ButtonPress;
import atelier.chat.Chat;
import atelier.chat.ChatAdapter;
import atelier.chat.Delivery;
import atelier.chat.Limits;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import atelier.chat.Platform;
import atelier.chat.Receiver;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.engine.node.Membership;
import atelier.engine.port.Adapters;
import atelier.engine.port.CloudKeys;
import atelier.engine.port.Meters;
import atelier.engine.port.Parts;
import atelier.engine.port.StarShop;
import atelier.engine.port.Wakes;
import atelier.engine.port.Workshop;
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
import atelier.store.JdbiCommunity;
import atelier.store.JdbiConversations;
import atelier.store.JdbiDataKeys;
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
import atelier.store.SchedulerJobQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What the engine itself adds to an answer: the way from `receive` to the delivered result, through SQLite with every
/// commit flushed, with work that takes no time and a chat in memory. Run [#main]; it prints a table.
final class EngineBenchmark {
    private EngineBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("engine-benchmark");
        var chat = new InstantChat();
        try (var database = Database.sqlite(folder.resolve("atelier.db"));
                var engine = engine(database, folder, chat)) {
            engine.start();
            measure(chat, 8, 25);
            System.out.printf("%-8s %-10s %12s %10s %10s %16s%n", "chats", "messages", "messages/s", "p50 ms", "p99 ms",
                    "receive p99 ms");
            measure(chat, 1, 300).print(1);
            measure(chat, 64, 25).print(64);
        }
    }

    private static CloudKeys keys(Database database, Path folder) {
        var keys = new JdbiProviderKeys(database, new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)),
                Clock.systemUTC());
        return new CloudKeys(keys, new JdbiProposedKeys(database, keys), Clouds.of(ModelsConfig.DEFAULT));
    }

    private static Result measure(InstantChat chat, int chats, int each) throws InterruptedException {
        var all = new Result(Collections.synchronizedList(new ArrayList<>()),
                Collections.synchronizedList(new ArrayList<>()), System.nanoTime());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < chats; person++) {
                var name = chats + "-" + person;
                people.execute(() -> {
                    for (var number = 0; number < each; number++) {
                        chat.asks(name, all);
                    }
                });
            }
        }
        return all.ended();
    }

    /// Times in nanoseconds.
    private record Result(List<Long> answered, List<Long> received, long time) {
        Result ended() {
            return new Result(answered, received, System.nanoTime() - time);
        }

        void print(int chats) {
            System.out.printf(Locale.ROOT, "%-8d %-10d %12.0f %10.1f %10.1f %16.1f%n", chats, answered.size(),
                    answered.size() / (time / 1e9), quantile(answered, 0.5), quantile(answered, 0.99),
                    quantile(received, 0.99));
        }

        private static double quantile(List<Long> nanos, double part) {
            var sorted = nanos.stream().sorted().toList();
            return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
        }
    }

    private static Engine engine(Database database, Path folder, ChatAdapter chat) {
        var clock = Clock.systemUTC();
        var tier = new Tier("all", 1_000_000, 1_000_000, 100, true, 1);
        Creator<Intent.ComposeMelody> instant = (_, _) -> new Creation("tune", List.of(), "A tune.", List.of(), null,
                "the benchmark");
        Creator<Intent> none = (_, _) -> {
            throw new IllegalStateException();
        };
        var keys = keys(database, folder);
        var accounts = new JdbiAccounts(database, new Tiers(Map.of("all", tier), "all"), Set.of(), clock);
        var files = new DiskArtifacts(folder.resolve("files"));
        return new Engine(new Parts(database, new Membership(new JdbiNodes(database), database, "node-1", true),
                Wakes.none(),
                new JdbiInbox(database, clock), accounts,
                new JdbiConversations(database, clock), new JdbiTemplates(database, clock),
                new JdbiPersonas(database, clock),
                new JdbiJobs(database, clock),
                new SchedulerJobQueue(database, clock, "node-1", 64, Duration.ofSeconds(5)),
                new JdbiOutbox(database, "node-1", clock), new JdbiButtons(database, clock),
                files, new JdbiMadeFiles(database),
                TestParts.plays(database, clock),
                new JdbiUsageLog(database),
                new JdbiVotes(database, clock), TestParts.records(database, clock),
                new Quota(new JdbiLedger(database, clock), clock, ZoneOffset.UTC),
                new Rates(new JdbiPace(database, clock), clock), new IntentParser(),
                new Workshop(none::create, none::create, none::create, none::create, none::create, instant,
                        none::create, none::create, none::create, none::create),
                TestParts.registry(new ScriptedRouter(), database, keys.inUse(), List::of, Set.of(), Map.of(), clock),
                keys,
                TestParts.budgets(database, accounts, Set.of("all"), BudgetLimits.NONE, _ -> {}, clock),
                JdbiCommunity.of(database, Set.of(), 1_000_000, clock),
                new Adapters(List.of(chat)),
                new Meters(new SimpleMeterRegistry()),
                clock, 4000, TestParts.people(database, new Tiers(Map.of("all", tier), "all"), Offers.NONE,
                        StarShop.CLOSED, (JdbiProviderKeys) keys.inUse(), clock),
                TestParts.personal(database, files, clock)));
    }

    /// Everything arrives at once.
    private static final class InstantChat implements ChatAdapter {
        private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
        private final AtomicInteger ids = new AtomicInteger();
        private volatile @Nullable Receiver receiver;

        void asks(String name, Result result) {
            var open = receiver;
            if (open == null) {
                throw new IllegalStateException("not started");
            }
            var answered = new CountDownLatch(1);
            awaited.put(name, answered);
            var place = new Chat(Platform.TELEGRAM, name, true);
            var began = System.nanoTime();
            open.receive(List.of(new Message("e" + ids.incrementAndGet(), place,
                    new Sender(Platform.TELEGRAM, name, name, Locale.ENGLISH), "a calm melody in D minor", null,
                    List.of(), null, null, ReplyAddress.in(place), Instant.now())));
            result.received().add(System.nanoTime() - began);
            try {
                answered.await();
            } catch (InterruptedException ending) {
                throw new IllegalStateException(ending);
            }
            result.answered().add(System.nanoTime() - began);
        }

        @Override
        public Platform platform() {
            return Platform.TELEGRAM;
        }

        @Override
        public void start(Receiver opened) {
            receiver = opened;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public Limits limits(ReplyAddress address) {
            return TestChat.LIMITS;
        }

        @Override
        public ReplyAddress open(ReplyAddress address, String text, List<Button> buttons) {
            return address.owning("m" + ids.incrementAndGet());
        }

        @Override
        public void progress(ReplyAddress address, String text, List<Button> buttons) {}

        @Override
        public Delivery deliver(Outgoing outgoing) {
            var waiting = awaited.remove(outgoing.address().chat().id());
            if (waiting != null) {
                waiting.countDown();
            }
            return new Delivery.Delivered("m" + ids.incrementAndGet());
        }

        @Override
        public boolean isRepeatable(ReplyAddress address, boolean finishesOwn) {
            return finishesOwn;
        }

        @Override
        public void notice(ButtonPress press, String text) {}

        @Override
        public InputStream fetch(Attachment attachment) {
            return InputStream.nullInputStream();
        }

        @Override
        public void pause() {}

        @Override
        public void close() {}
    }
}
