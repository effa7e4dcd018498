package atelier.process;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/// Measures what Atelier itself adds to an answer and what that costs, with a model and platforms that answer at once.
/// `mvn -q test-compile exec:exec@load`; with `-Dminutes=30` it goes on for so long at a steady load and prints the memory.
/// `-Dpace=20` is how many messages come in a second where it is measured how long one waits.
///
/// Atelier runs in a process of its own, started as it is shipped; processor time and memory are those of that process alone.
/// Its people, the platforms and the model run in this one, on the same processors.
final class Load {
    private static final int STEADY = Integer.getInteger("pace", 100);
    private static final int AT_ONCE = 128;
    private static final int STREAMS = 1000;
    private static final int STREAMED_WORDS = 200;
    private static final Duration AFTERWARDS = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Talks talks = new Talks();
    private final QuickModel model = new QuickModel();
    private final Town town;
    private final AtelierProcess process;

    private Load(Town town) throws IOException {
        this.town = town;
        var settings = new HashMap<>(town.settings());
        settings.putAll(Map.of("ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "1000000",
                "ATELIER_TIERS_FREE_REQUESTS_PER_MINUTE", "100000", "ATELIER_TIERS_FREE_CONCURRENT_JOBS", "100",
                "ATELIER_TELEGRAM_API_URL", talks.telegram.url(), "ATELIER_OLLAMA_URL", model.url(),
                "ATELIER_TELEGRAM_CALLS_PER_SECOND", "100000", "ATELIER_OLLAMA_AT_ONCE", "1000"));
        this.process = town.start(settings, flags());
    }

    private static List<String> flags() {
        var flags = new ArrayList<>(Boolean.getBoolean("noCache")
                ? Build.withoutCache(Footprint.SHIPPED)
                : Build.withCache(Footprint.SHIPPED));
        flags.addAll(List.of(System.getProperty("flags", "").split(" ", -1)));
        flags.removeIf(String::isBlank);
        return flags;
    }

    public static void main(String[] arguments) throws IOException {
        var messages = Integer.getInteger("messages", 10_000);
        var folder = Files.createTempDirectory("atelier-load");
        try (var town = new Town(folder)) {
            System.out.println("| what | figure |\n|---|---|");
            var load = new Load(town);
            try (load.process) {
                Footprint.idle(Duration.ofSeconds(5));
                print("resident, idle for 5 s", load.memory());
                load.keepUp("the first " + messages, messages);
                load.steady(10 * STEADY);
                load.steady(10 * STEADY);
                load.keepUp(messages + " more", messages);
                load.keepUp(messages + " more", messages);
                if (!Boolean.getBoolean("noStreams")) {
                    load.streams();
                }
                Footprint.idle(AFTERWARDS);
                print("resident, idle for " + AFTERWARDS.toSeconds() + " s again", load.memory());
                load.soak(Duration.ofMinutes(Integer.getInteger("minutes", 0)));
            }
        } finally {
            Footprint.delete(folder);
        }
        System.exit(0);
    }

    /// At a pace that leaves time between: what one message waits for.
    private void steady(int messages) throws IOException {
        var name = STEADY + " messages/s on Telegram, " + STEADY / 10 + " commands/s on Discord: ";
        var cpu = cpu();
        var others = Thread.ofVirtual().start(() -> commands(messages / 10, STEADY / 10));
        talks.say(messages, STEADY);
        join(others);
        settle();
        var done = talks.finished();
        print(name + "added until the first sign", milliseconds(done, Talks.Talk::toFirst));
        print(name + "added until the whole answer", milliseconds(done, Talks.Talk::toLast));
        print(name + "processor", perThousand(cpu() - cpu, messages + messages / 10));
    }

    private static String milliseconds(List<Talks.Talk> done, ToDoubleFunction<Talks.Talk> time) {
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms (of %d)", Talks.percentile(done, 0.5, time),
                Talks.percentile(done, 0.99, time), done.size());
    }

    private void commands(int times, int perSecond) {
        for (var time = 0; time < times; time++) {
            town.discord.commands("d" + time, "explain", Map.of("prompt", "```python\nprint(\"T000000\")\n```"));
            LockSupport.parkNanos(1_000_000_000L / perSecond);
        }
    }

    /// As fast as it can, while so many wait.
    private void keepUp(String name, int messages) throws IOException {
        var cpu = cpu();
        var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        var begun = System.nanoTime();
        talks.keepUp(messages, AT_ONCE);
        settle();
        var perSecond = messages / ((System.nanoTime() - begun) / 1e9);
        var took = cpu() - cpu;
        var others = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).minus(own);
        print(name + ", " + AT_ONCE + " at once",
                String.format(Locale.ROOT,
                        "%.0f messages/s, %.0f for each core, %s (their people and model: %.2f s), %s",
                        perSecond, perSecond / Runtime.getRuntime().availableProcessors(), perThousand(took, messages),
                        others.toMillis() / (double) messages, memory()));
        talks.finished();
    }

    private static String perThousand(double cpu, int messages) {
        return String.format(Locale.ROOT, "%.2f CPU s for 1,000", cpu * 1000 / messages);
    }

    /// Many answers that grow at the pace of a good graphics card.
    private void streams() throws IOException {
        model.says(STREAMED_WORDS, Duration.ofMillis(20), STREAMS);
        var cpu = cpu();
        var begun = System.nanoTime();
        talks.keepUp(STREAMS, STREAMS);
        settle();
        print(STREAMS + " answers of " + STREAMED_WORDS + " words at 50/s", String.format(Locale.ROOT,
                "%d at once, %d whole, all in %.1f s, %.1f CPU s, %s", model.mostAtOnce(), talks.finished().size(),
                (System.nanoTime() - begun) / 1e9, cpu() - cpu, memory()));
        model.says(0, Duration.ZERO, 0);
    }

    private void soak(Duration time) throws IOException {
        var until = System.nanoTime() + time.toNanos();
        for (var round = 1; System.nanoTime() < until; round++) {
            talks.say(2 * STEADY * 30, 2 * STEADY);
            print("soak, " + round * 30 + " s", memory() + ", " + talks.waiting() + " waiting");
            talks.finished();
        }
    }

    private void settle() {
        await(() -> talks.waiting() <= 0);
    }

    private void await(BooleanSupplier end) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!end.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (!end.getAsBoolean()) {
            print("not answered", talks.waiting() + "");
        }
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

    private String memory() throws IOException {
        return Footprint.megabytes(Footprint.resident(process.pid()));
    }

    private static void print(String what, String figures) {
        System.out.println("| " + what + " | " + figures + " |");
    }
}
