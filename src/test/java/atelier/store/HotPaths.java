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
import atelier.intent.Situation;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/// What the steps cost that every message takes, one after the other on one thread: `mvn -q test-compile exec:exec@hot-paths`.
/// After a warm-up each is timed in rounds; the middle one counts, and how far apart the rounds were is told, too.
final class HotPaths {
    private static final int ROUNDS = 9;
    private static final Limits LIMITS = new Limits(2000, Limits.TextUnit.CODE_POINT, 10, 10 << 20, 25 << 20, false);
    private static final List<String> SAID = List.of("write a snake game in Python with a score",
            "/melody calm, in D minor, 8 bars", "why does my list index go out of range here?",
            "mach mir einen traurigen Song über den Regen in Hamburg", "once more, but faster and with a bass",
            "review this please", "explique ce code", "stop");

    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Database database;
    private final Clock clock = Clock.systemUTC();
    private int number;

    private HotPaths(Database database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("atelier-hot");
        try (var database = Database.sqlite(folder.resolve("atelier.db"))) {
            new HotPaths(database).run();
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void run() {
        System.out.printf(
                "| step | median of %d rounds | fastest to slowest round | allocated |%n|---|---|---|---|%n", ROUNDS);
        var parser = new IntentParser();
        measure("what words mean", 4000,
                time -> parser.parse(SAID.get(time % SAID.size()), null, Situation.NONE).hashCode());
        var text = "A paragraph of an answer, with `code` and **weight**. ".repeat(120)
                + "\n```python\nprint(1)\n```\n".repeat(40);
        measure("an answer of %,d characters split for Discord".formatted(text.length()), 500,
                _ -> Splitter.split(text, LIMITS).size());
        var accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
        var account = accounts.of(new Sender(Platform.TELEGRAM, "1", "somebody", Locale.ENGLISH)).id();
        var ledger = new JdbiLedger(database, clock);
        measure("a message reserved and settled, two transactions on the disk", 200, _ -> {
            var job = "q" + number++;
            ledger.take(account, LocalDate.EPOCH, Integer.MAX_VALUE, job, 1);
            ledger.settle(job, 1);
            return number;
        });
        measure("a message taken in, one transaction on the disk", 200, intake(account, ledger));
        measure("a read of a person's account", 2000, _ -> (int) accounts.byId(account).id());
    }

    /// As the engine does it: event, turn, reservation, job.
    private IntFunction<Integer> intake(long account, JdbiLedger ledger) {
        var inbox = new JdbiInbox(database, clock);
        var conversations = new JdbiConversations(database, clock);
        var jobs = new JdbiJobs(database, clock);
        var chat = new Chat(Platform.TELEGRAM, "1", true);
        var whose = Whose.of(account, chat);
        return _ -> database.inTransaction(() -> {
            var id = "j" + number++;
            inbox.add(Platform.TELEGRAM, id);
            var conversation = conversations.current(whose).id();
            conversations.append(whose, conversation,
                    new Turn(Turn.Role.PERSON, "explain this", id, Instant.now(clock)));
            ledger.take(account, LocalDate.EPOCH, Integer.MAX_VALUE, id, 1);
            jobs.add(new Job(id, account, conversation, new Intent.Talk("explain this"), "explain this", null,
                    List.of(), null, null, 1, false, ReplyAddress.in(chat), Job.State.QUEUED, 0));
            jobs.end(id, Job.State.DONE);
            return number;
        });
    }

    private void measure(String what, int times, IntFunction<Integer> step) {
        round(times, step);
        round(times, step);
        var each = new double[ROUNDS];
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var round = 0; round < ROUNDS; round++) {
            each[round] = round(times, step);
        }
        var bytes = (threads.getCurrentThreadAllocatedBytes() - before) / ((long) ROUNDS * times);
        Arrays.sort(each);
        System.out.printf(Locale.ROOT, "| %s | %.1f µs | %.1f to %.1f µs | %,d bytes |%n", what, each[ROUNDS / 2],
                each[0], each[ROUNDS - 1], bytes);
    }

    private static double round(int times, IntFunction<Integer> step) {
        var begun = System.nanoTime();
        var sum = 0;
        for (var time = 0; time < times; time++) {
            sum += step.apply(time);
        }
        var took = (System.nanoTime() - begun) / 1000.0 / times;
        if (sum == Integer.MIN_VALUE) { // so that nobody can leave the work out
            System.out.println();
        }
        return took;
    }
}
