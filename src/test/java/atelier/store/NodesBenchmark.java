package atelier.store;

import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.engine.port.Wakes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Several nodes on one PostgreSQL: whether quotas and rates are kept exactly, and whether every job runs once.
/// `mvn -q test-compile exec:exec@nodes`; `-Drounds=100 -Djobs=1000` for less.
final class NodesBenchmark {
    private static final int NODES = 3;
    private static final int THREADS = 64;
    private static final int WORKERS = 16;
    private static final int DAILY = 25;
    private static final int PER_MINUTE = 40;
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");

    private final List<Database> nodes = new ArrayList<>();

    private NodesBenchmark(String url) {
        for (var node = 0; node < NODES; node++) {
            nodes.add(Database.postgres(url));
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var benchmark = new NodesBenchmark(server.getJdbcUrl("postgres", "postgres"));
            System.out.println("| " + NODES + " nodes on one PostgreSQL | done | wrong | seconds |");
            System.out.println("|---|---|---|---|");
            benchmark.exactness(Integer.getInteger("rounds", 1000));
            benchmark.jobs(Integer.getInteger("jobs", 10_000));
            benchmark.newsBetweenNodes(server.getJdbcUrl("postgres", "postgres"), Integer.getInteger("signs", 300));
            benchmark.nodes.forEach(Database::close);
        }
    }

    private void exactness(int rounds) throws Exception {
        var began = System.nanoTime();
        var wrongQuota = 0;
        var wrongPace = 0;
        var still = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var round = 0; round < rounds; round++) {
                var account = account(round, still);
                var quota = new ArrayList<Callable<Boolean>>();
                var pace = new ArrayList<Callable<Boolean>>();
                for (var thread = 0; thread < THREADS; thread++) {
                    var database = nodes.get(thread % NODES);
                    var job = "r" + round + "t" + thread;
                    quota.add(() -> new JdbiLedger(database, still).take(account, DAY, DAILY, job, 1));
                    pace.add(() -> new JdbiPace(database, still).take(account, PER_MINUTE).isZero());
                }
                wrongQuota += granted(threads.invokeAll(quota)) == DAILY ? 0 : 1;
                wrongPace += granted(threads.invokeAll(pace)) == PER_MINUTE ? 0 : 1;
            }
        }
        row("%d threads on one quota of %d and one pace of %d, %d rounds".formatted(THREADS, DAILY, PER_MINUTE, rounds),
                rounds, wrongQuota + wrongPace, began);
    }

    private static long granted(List<Future<Boolean>> results) throws Exception {
        var granted = 0;
        for (var result : results) {
            granted += result.get() ? 1 : 0;
        }
        return granted;
    }

    private long account(int round, Clock clock) {
        var tiers = new Tiers(Map.of("free", new Tier("free", DAILY, PER_MINUTE, 1, true, 1)), "free");
        return new JdbiAccounts(nodes.getFirst(), tiers, Set.of(), clock)
                .of(new Sender(Platform.TELEGRAM, "p" + round, "somebody", Locale.ENGLISH)).id();
    }

    private void jobs(int jobs) throws InterruptedException {
        var runs = new ConcurrentHashMap<String, AtomicInteger>();
        var left = new CountDownLatch(jobs);
        var queues = new ArrayList<SchedulerJobQueue>();
        for (var node = 0; node < NODES; node++) {
            queues.add(new SchedulerJobQueue(nodes.get(node), Clock.systemUTC(), "node-" + node, WORKERS,
                    Duration.ofSeconds(5), Wakes.none()));
        }
        var began = System.nanoTime();
        queues.forEach(queue -> queue.start(job -> {
            runs.computeIfAbsent(job, _ -> new AtomicInteger()).incrementAndGet();
            left.countDown();
        }));
        for (var job = 0; job < jobs; job++) {
            var id = "j" + job;
            var node = job % NODES;
            nodes.get(node).inTransaction(() -> {
                queues.get(node).submit(id, 1);
                return true;
            });
        }
        left.await(10, TimeUnit.MINUTES);
        queues.forEach(SchedulerJobQueue::close);
        var twice = (int) runs.values().stream().filter(times -> times.get() > 1).count();
        row("%d jobs, %d workers each".formatted(jobs, WORKERS), runs.size(), twice + jobs - runs.size(), began);
    }

    /// How long a job lies until another node takes it up, and a first sign takes that another node has to send.
    private void newsBetweenNodes(String url, int times) throws Exception {
        try (var asking = new NewsNode(url, "asking"); var holding = new NewsNode(url, "holding")) {
            holding.holds();
            var signs = asking.signs(times);
            var jobs = holding.jobsOf(asking, times);
            System.out.printf(Locale.ROOT, "%n| Between two nodes | p50 | p99 |%n|---|---|---|%n");
            delays("first sign sent by the other node, " + times + " in turn", signs);
            delays("job taken up by the other node, " + times + " in turn", jobs);
        }
    }

    private static void delays(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "| %s | %.1f ms | %.1f ms |%n", what, nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    private static void row(String what, int done, int wrong, long began) {
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.1f |%n", what, done, wrong,
                (System.nanoTime() - began) / 1e9);
    }
}
