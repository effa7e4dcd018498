package atelier.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// Measures what Atelier itself adds to an answer and what that costs, with models and platforms that answer at once.
/// `mvn -q test-compile exec:exec@load -Dmessages=2000`; with `-Dminutes=30` it goes on for so long at ten times the normal
/// load and prints the memory. Processor time and memory are those of the product's process alone.
final class Load {
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx512m");
    private static final int NORMAL = 20;
    private static final int STREAMS = 1000;
    private static final int STREAMED_WORDS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern RUNNING = Pattern.compile("(?m)^atelier_jobs_running\\S* (\\d+)");

    private final Town town;
    private final AtelierProcess process;
    private final Talks talks;

    private Load(Town town, AtelierProcess process) {
        this.town = town;
        this.process = process;
        this.talks = new Talks(town);
    }

    public static void main(String[] arguments) throws IOException {
        var messages = Integer.getInteger("messages", 2000);
        var folder = Files.createTempDirectory("atelier-load");
        var flags = new ArrayList<>(Build.withCache(FLAGS));
        flags.addAll(List.of(System.getProperty("flags", "").split(" ", -1)));
        flags.removeIf(String::isBlank);
        try (var town = new Town(folder)) {
            try (var process = town.start(settings(town), flags)) {
                Footprint.idle();
                print("idle memory", Footprint.megabytes(Footprint.resident(process.pid())));
                var load = new Load(town, process);
                load.warmUp(messages / 2);
                load.steady("at %d messages/s".formatted(NORMAL), messages / 4, NORMAL);
                load.steady("at %d messages/s".formatted(10 * NORMAL), messages, 10 * NORMAL);
                load.burst(messages);
                if (!Boolean.getBoolean("noStreams")) {
                    load.streams();
                }
                load.soak(Duration.ofMinutes(Integer.getInteger("minutes", 0)));
            }
        } finally {
            Footprint.delete(folder);
        }
        System.exit(0);
    }

    private static Map<String, String> settings(Town town) {
        var settings = new HashMap<>(town.settings());
        settings.putAll(Map.of("ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "1000000",
                "ATELIER_TIERS_FREE_REQUESTS_PER_MINUTE", "100000", "ATELIER_TIERS_FREE_CONCURRENT_JOBS", "100"));
        return settings;
    }

    private void warmUp(int messages) throws IOException {
        var cpu = cpu();
        talks.say(messages, 1_000_000);
        settle();
        print("warming up",
                String.format(Locale.ROOT, "%.2f CPU s per 1,000 messages", (cpu() - cpu) * 1000 / messages));
        talks.finished();
    }

    private void steady(String name, int messages, int perSecond) throws IOException {
        var cpu = cpu();
        var before = town.discord.acknowledgements().size();
        var other = Thread.ofVirtual().start(() -> commands(messages / 10, Math.max(1, perSecond / 10)));
        talks.say(messages, perSecond);
        join(other);
        settle();
        var done = talks.finished();
        print(name + ", first sign", String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms",
                Talks.percentile(done, 0.5, talk -> (long) (talk.toFirst() * 1000)),
                Talks.percentile(done, 0.99, talk -> (long) (talk.toFirst() * 1000))));
        print(name + ", final answer", String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms (%d of %d answered)",
                Talks.percentile(done, 0.5, talk -> (long) (talk.toLast() * 1000)),
                Talks.percentile(done, 0.99, talk -> (long) (talk.toLast() * 1000)), done.size(), messages));
        var acknowledged = town.discord.acknowledgements().stream().sorted().toList();
        print(name + ", Discord acknowledged", String.format(Locale.ROOT, "p50 %d ms, p99 %d ms (%d so far)",
                acknowledged.get(acknowledged.size() / 2).toMillis(),
                acknowledged.get((int) (acknowledged.size() * 0.99)).toMillis(), acknowledged.size() - before));
        print(name + ", processor", String.format(Locale.ROOT, "%.2f s per 1,000 messages",
                (cpu() - cpu) * 1000 / (messages + messages / 10)));
    }

    private void commands(int times, int perSecond) {
        for (var time = 0; time < times; time++) {
            town.discord.commands("d" + time, "explain", Map.of("prompt", "```python\nprint(\"T000000\")\n```"));
            LockSupport.parkNanos(1_000_000_000L / perSecond);
        }
    }

    private void burst(int messages) throws IOException {
        var cpu = cpu();
        var begun = System.nanoTime();
        talks.say(messages, 1_000_000);
        settle();
        var seconds = (System.nanoTime() - begun) / 1e9;
        print("as fast as it can",
                String.format(Locale.ROOT, "%.0f messages/s, %.2f CPU s per 1,000", messages / seconds,
                        (cpu() - cpu) * 1000 / messages));
        print("loaded memory", Footprint.megabytes(Footprint.resident(process.pid())));
        talks.finished();
    }

    /// Many answers that grow at the pace of a good graphics card.
    private void streams() throws IOException {
        town.ollama.takesPerWord(Duration.ofMillis(20));
        town.ollama.answersBy(
                request -> Tally.answerTo(Talks.lastToken(request.body())) + " light".repeat(STREAMED_WORDS));
        var cpu = cpu();
        var begun = System.nanoTime();
        talks.say(STREAMS, 1_000_000);
        var most = 0;
        while (talks.waiting() > 0 && System.nanoTime() - begun < PATIENCE.toNanos()) {
            var found = RUNNING.matcher(process.get("/metrics").body());
            most = Math.max(most, found.find() ? Integer.parseInt(found.group(1)) : 0);
            join(Thread.ofVirtual().start(() -> LockSupport.parkNanos(200_000_000)));
        }
        print(STREAMS + " answers of " + STREAMED_WORDS + " words at 50/s", String.format(Locale.ROOT,
                "%d at once, all in %.1f s, %.2f CPU s per 1,000, %s", most, (System.nanoTime() - begun) / 1e9,
                (cpu() - cpu) * 1000 / STREAMS, Footprint.megabytes(Footprint.resident(process.pid()))));
        town.ollama.takesPerWord(Duration.ZERO);
        talks.finished();
    }

    private void soak(Duration time) throws IOException {
        var until = System.nanoTime() + time.toNanos();
        for (var round = 1; System.nanoTime() < until; round++) {
            talks.say(10 * NORMAL * 30, 10 * NORMAL);
            print("soak, " + round * 30 + " s", String.format(Locale.ROOT, "%s, %d waiting",
                    Footprint.megabytes(Footprint.resident(process.pid())), talks.waiting()));
            talks.finished();
        }
    }

    private void settle() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> talks.waiting() <= 0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private double cpu() throws IOException {
        return Footprint.cpu(process.pid());
    }

    private static void print(String what, String figures) {
        System.out.println("| " + what + " | " + figures + " |");
    }
}
