package atelier.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// Kills or stops one Atelier again and again while people write to it, and starts it again at once on the same data.
final class Kills implements AutoCloseable {
    /// What people and platforms are doing when it is killed. With none, a random moment of its first 600 ms.
    private static final List<String> MOMENTS = List.of("telegram getupdates done", "model", "telegram sendmessage",
            "telegram sendmessage done", "telegram editmessagetext", "telegram editmessagetext done",
            "discord acknowledged", "discord send", "discord sent");
    private static final Duration UNTIL_MOMENT = Duration.ofSeconds(3);
    /// A run that takes longer is counted as far as it came.
    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("longest", 24 * 60));
    private static final int MOST_PASSED = 6;
    private static final int MOST_MILLIS = 600;
    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(3);
    private static final Duration UNTIL_ENDED = Duration.ofSeconds(60);
    private static final int PEOPLE = 150;
    private static final int MOST_WAITING = 100;
    private static final int FEW_WAITING = 20;
    private static final Duration LONGEST_CALM = Duration.ofSeconds(60);

    private final Town town;
    private final Map<String, String> settings;
    private final List<String> flags;
    private final Crowd crowd;
    private final Random random;
    /// When each message was first given to the model, by the start of the process that gave it.
    private final Map<String, Long> firstAsked = new HashMap<>();
    private final List<Duration> toServing = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> toEnd = new ArrayList<>();
    private final List<Duration> toClosing = new ArrayList<>();
    private final List<Duration> toReclaim = new ArrayList<>();
    private final AtomicInteger askedOfTelegram = new AtomicInteger();
    private volatile long begun;
    private int done;
    private volatile @Nullable Trap trap;

    /// @param database address of JDBC; empty for SQLite in the folder
    Kills(Path folder, String database, List<String> flags, int perSecond, long seed) throws IOException {
        this.town = new Town(folder);
        this.settings = new HashMap<>(town.settings());
        settings.putAll(Map.of("ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "1000000",
                "ATELIER_TIERS_FREE_REQUESTS_PER_MINUTE", "100000", "ATELIER_TIERS_FREE_CONCURRENT_JOBS", "100"));
        if (!database.isEmpty()) {
            settings.put("ATELIER_DATABASE_URL", database);
        }
        this.flags = flags;
        this.crowd = new Crowd(town, PEOPLE, perSecond, this::isBehind);
        this.random = new Random(seed);
        town.ollama.answersBy(request -> answer(request.body()));
        town.gemini.answersBy(request -> answer(request.body()));
        town.telegram.tells(method -> happens("telegram " + method));
        town.discord.tells(what -> happens("discord " + what));
    }

    /// Where a process is to be killed.
    ///
    /// @param sprung counted down each time the moment comes; the last time it springs
    private record Trap(String moment, long afterNanos, AtelierProcess victim, CountDownLatch sprung) {
        boolean springs(String now) {
            synchronized (sprung) {
                var isLast = moment.equals(now) && sprung.getCount() == 1;
                if (moment.equals(now)) {
                    sprung.countDown();
                }
                return isLast;
            }
        }
    }

    private String answer(String body) {
        var tokens = Tally.TOKEN.matcher(body).results().map(found -> found.group()).toList();
        if (tokens.isEmpty()) {
            return "Yes.";
        }
        var token = tokens.getLast();
        synchronized (firstAsked) {
            var earlier = firstAsked.putIfAbsent(token, begun);
            if (earlier == null && Integer.parseInt(token.substring(1)) % 2 == 0) {
                askedOfTelegram.incrementAndGet();
            }
            if (earlier != null && earlier != begun) {
                toReclaim.add(Duration.ofNanos(System.nanoTime() - begun));
            }
        }
        happens("model");
        return Tally.answerTo(token);
    }

    /// By the messages on Telegram, which are all answered sooner or later; those that broke off twice wait for calmer times.
    private boolean isBehind() {
        return waiting() > MOST_WAITING;
    }

    private int waiting() {
        return (crowd.count() + 1) / 2 - askedOfTelegram.get();
    }

    private void happens(String moment) {
        var set = trap;
        if (set != null && set.springs(moment)) {
            if (set.afterNanos() == 0) {
                set.victim().kill();
            } else {
                Thread.ofPlatform().daemon().start(() -> {
                    LockSupport.parkNanos(set.afterNanos());
                    set.victim().kill();
                });
            }
        }
    }

    /// `kill -9`, so many times.
    void kill(int times) {
        crowd.start();
        var until = System.nanoTime() + LONGEST.toNanos();
        for (var kill = 1; kill <= times && System.nanoTime() < until; kill++) {
            begun = System.nanoTime();
            try (var process = town.begin(settings, flags)) {
                live(process);
                process.kill();
                process.forgetLog();
            }
            trap = null;
            done = kill;
            tell(kill);
        }
        crowd.hush();
    }

    /// `kill`, so many times, while answers are growing; every fortieth time the model hangs.
    void stop(int times) {
        town.ollama.takesPerWord(Duration.ofMillis(50));
        crowd.start();
        var until = System.nanoTime() + LONGEST.toNanos();
        for (var stop = 1; stop <= times && System.nanoTime() < until; stop++) {
            begun = System.nanoTime();
            try (var process = town.begin(settings, flags)) {
                if (!isReady(process)) {
                    continue;
                }
                var held = stop % 40 == 0 ? town.ollama.holdsAfter(5) : new CountDownLatch(0);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
                var at = System.currentTimeMillis();
                var asked = System.nanoTime();
                process.terminate();
                process.exitCode(UNTIL_ENDED);
                toEnd.add(Duration.ofNanos(System.nanoTime() - asked));
                toClosing.add(Duration.ofMillis(Math.max(0, lastStored() - at)));
                held.countDown();
                process.forgetLog();
            }
            done = stop;
            tell(stop);
        }
        crowd.hush();
    }

    /// Waits for the last answers, and says what is missing when they do not come.
    static Tally awaitAnswers(AtelierProcess process, Supplier<Tally> count, Supplier<Records> records,
            Duration atMost) {
        try {
            Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(500))
                    .until(() -> Tally.stuck(records.get()) == 0 && count.get().lost().isEmpty());
        } catch (ConditionTimeoutException _) {
            System.err.println("Not all is well after " + atMost + ":");
            Tally.left(records.get()).forEach(left -> System.err.println("  " + left));
            count.get().lost().forEach(lost -> System.err.println("  lost: " + lost));
            System.err.println(process.log());
        }
        return count.get();
    }

    private void tell(int times) {
        if (times % 10 == 0) {
            System.err.printf("%d times, %d messages%n", times, crowd.count());
        }
    }

    private void live(AtelierProcess process) {
        if (random.nextInt(20) == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1000))); // while it starts
            return;
        }
        if (!isReady(process)) {
            return;
        }
        if (isBehind()) {
            calm();
        }
        if (random.nextInt(10) < 4) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
            return;
        }
        var delay = random.nextInt(3) == 0 ? 0 : TimeUnit.MICROSECONDS.toNanos(random.nextInt(8000));
        var set = new Trap(MOMENTS.get(random.nextInt(MOMENTS.size())), delay, process,
                new CountDownLatch(1 + random.nextInt(MOST_PASSED)));
        trap = set;
        try {
            if (set.sprung().await(UNTIL_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.awaitEnd();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// A start that takes too long is one of the figures, and killed like any other.
    private boolean isReady(AtelierProcess process) {
        var started = System.nanoTime();
        try {
            toServing.add(process.awaitReady());
            return true;
        } catch (ConditionTimeoutException late) {
            toServing.add(Duration.ofNanos(System.nanoTime() - started));
            System.err.println("not ready in time: " + process.readiness() + "\n" + process.log());
            return false;
        }
    }

    /// Between so many kills there are calmer times, in which what broke off twice is worked on.
    private void calm() {
        var until = System.nanoTime() + LONGEST_CALM.toNanos();
        while (waiting() > FEW_WAITING && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /// Lets a last process answer what is left, ends it in peace, and counts.
    Tally tally() {
        begun = System.nanoTime();
        try (var process = town.begin(settings, flags)) {
            process.awaitReady();
            awaitAnswers(process, this::count, this::records, UNTIL_ANSWERED);
            process.terminate();
            process.exitCode(Duration.ofSeconds(30));
        }
        return count();
    }

    private long lastStored() {
        return Long.parseLong(records().ask("select coalesce(max(received_at), 0) from inbox").getFirst());
    }

    private Tally count() {
        return Tally.of(town, crowd.said(), records());
    }

    Records records() {
        var database = settings.get("ATELIER_DATABASE_URL");
        return database == null ? town.records() : new Records(database);
    }

    /// How often it was killed or stopped.
    int times() {
        return done;
    }

    /// From the start of each process to `/readyz`.
    List<Duration> toServing() {
        return toServing;
    }

    /// From being asked to end to the end.
    List<Duration> toEnd() {
        return toEnd;
    }

    /// From being asked to end to the last message taken in.
    List<Duration> toClosing() {
        return toClosing;
    }

    /// From the start of a process to its taking up what another had begun.
    List<Duration> toReclaim() {
        synchronized (firstAsked) {
            return List.copyOf(toReclaim);
        }
    }

    @Override
    public void close() {
        crowd.close();
        town.close();
    }
}
