package atelier.store;

import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Chat;
import atelier.chat.Limits;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.Splitter;
import atelier.conversation.Turn;
import atelier.conversation.Whose;
import atelier.engine.port.Job;
import atelier.intent.Intent;
import atelier.intent.IntentParser;
import atelier.intent.Parsed;
import atelier.intent.Situation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// What the steps cost that every message takes, and what they allocate: `mvn -q test-compile exec:exec@hot-paths`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HotPaths {
    private static final Limits LIMITS = new Limits(2000, Limits.TextUnit.CODE_POINT, 10, 10 << 20, 25 << 20, false);
    private static final List<String> SAID = List.of("write a snake game in Python with a score",
            "/melody calm, in D minor, 8 bars", "why does my list index go out of range here?",
            "mach mir einen traurigen Song über den Regen in Hamburg", "once more, but faster and with a bass",
            "review this please", "explique ce code", "stop");
    private static final String ANSWER = "A paragraph of an answer, with `code` and **weight**. ".repeat(120)
            + "\n```python\nprint(1)\n```\n".repeat(40);
    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private static final Chat CHAT = new Chat(Platform.TELEGRAM, "1", true);

    private final Clock clock = Clock.systemUTC();
    private final IntentParser parser = new IntentParser();
    private final Path folder;
    private final Database database;
    private final JdbiAccounts accounts;
    private final JdbiLedger ledger;
    private final JdbiInbox inbox;
    private final JdbiConversations conversations;
    private final JdbiJobs jobs;
    private final long account;
    private int number;

    public HotPaths() {
        try {
            folder = Files.createTempDirectory("atelier-hot");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        database = Database.sqlite(folder.resolve("atelier.db"));
        accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
        ledger = new JdbiLedger(database, clock);
        inbox = new JdbiInbox(database, clock);
        conversations = new JdbiConversations(database, clock);
        jobs = new JdbiJobs(database, clock);
        account = accounts.of(new Sender(Platform.TELEGRAM, "1", "somebody", Locale.ENGLISH)).id();
    }

    public static void main(String[] arguments) throws RunnerException {
        var _ = new Runner(new OptionsBuilder().include(HotPaths.class.getName()).addProfiler(GCProfiler.class)
                .build()).run();
    }

    @TearDown
    public void close() throws IOException {
        database.close();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Benchmark
    public Parsed understandWords() {
        return parser.parse(SAID.get(number++ % SAID.size()), null, Situation.NONE);
    }

    @Benchmark
    public int splitAnAnswerForDiscord() {
        return Splitter.split(ANSWER, LIMITS).size();
    }

    @Benchmark
    public Object readAnAccount() {
        return accounts.byId(account);
    }

    /// Two transactions on the disk.
    @Benchmark
    public void reserveAndSettle() {
        var job = "q" + number++;
        ledger.take(account, LocalDate.EPOCH, Integer.MAX_VALUE, job, 1);
        ledger.settle(job, 1);
    }

    /// As the engine does it, in one transaction on the disk: event, turn, reservation, job.
    @Benchmark
    public boolean takeInAMessage() {
        var whose = Whose.of(account, CHAT);
        return database.inTransaction(() -> {
            var id = "j" + number++;
            inbox.add(Platform.TELEGRAM, id);
            var conversation = conversations.current(whose).id();
            conversations.append(whose, conversation,
                    new Turn(Turn.Role.PERSON, "explain this", id, Instant.now(clock)));
            ledger.take(account, LocalDate.EPOCH, Integer.MAX_VALUE, id, 1);
            jobs.add(new Job(id, account, conversation, new Intent.Talk("explain this"), "explain this", null,
                    List.of(), null, null, 1, false, ReplyAddress.in(CHAT), Job.State.QUEUED, 0));
            return jobs.end(id, Job.State.DONE);
        });
    }
}
