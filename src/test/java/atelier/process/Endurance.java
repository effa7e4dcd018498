package atelier.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// How soon each platform hears that its message was taken, at normal load and at ten times that: Telegram through the webhook,
/// Discord by the acknowledgement of commands. With `-Dminutes=30` it goes on at ten times the load and prints what is left of
/// the heap after collecting, threads and open files every minute. `mvn -q test-compile exec:exec@endurance`.
final class Endurance {
    private static final int NORMAL = 20;
    private static final Duration PART = Duration.ofSeconds(Integer.getInteger("seconds", 30));
    private static final String SECRET = "a-secret-of-this-test";
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Town town;
    private final AtelierProcess process;
    private final URI webhook;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger said = new AtomicInteger();
    private final ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    private Endurance(Town town, AtelierProcess process) {
        this.town = town;
        this.process = process;
        this.webhook = URI.create(process.address("/telegram/webhook"));
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("atelier-endurance");
        try (var town = new Town(folder)) {
            var settings = new HashMap<>(town.settings());
            settings.putAll(Map.of("ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "1000000",
                    "ATELIER_TIERS_FREE_REQUESTS_PER_MINUTE", "100000", "ATELIER_TIERS_FREE_CONCURRENT_JOBS", "100",
                    "ATELIER_TELEGRAM_MODE", "webhook", "ATELIER_TELEGRAM_WEBHOOK_SECRET", SECRET));
            town.telegram.readBy(_ -> {});
            town.ollama.answersBy(request -> Tally.answerTo("T000000"));
            try (var process = town.start(settings, Build.withCache(List.of("-XX:+UseSerialGC", "-Xmx512m")))) {
                var endurance = new Endurance(town, process);
                endurance.talk(NORMAL, PART); // warms up
                System.out.println("""
                        | | messages | p50 | p99 | longest | limit of the p99 |
                        |---|---|---|---|---|---|""");
                endurance.measure("%d messages/s".formatted(NORMAL), NORMAL);
                endurance.measure("%d messages/s".formatted(10 * NORMAL), 10 * NORMAL);
                endurance.soak(Integer.getInteger("minutes", 0));
            }
        } finally {
            Footprint.delete(folder);
        }
        System.exit(0);
    }

    private void measure(String load, int perSecond) {
        taken.clear();
        refused.set(0);
        var before = town.discord.acknowledgements().size();
        talk(perSecond, PART);
        LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        print(load + ", Telegram's webhook answered", taken.stream().sorted().toList(), "50 ms");
        print(load + ", Discord's command acknowledged", town.discord.acknowledgements().stream().skip(before)
                .map(Duration::toNanos).sorted().toList(), "500 ms");
        if (refused.get() > 0) {
            System.out.println("Telegram was asked to come again " + refused.get() + " times.");
        }
    }

    private static void print(String what, List<Long> nanos, String limit) {
        if (!nanos.isEmpty()) {
            System.out.println(String.format(Locale.ROOT, "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %s |", what,
                    nanos.size(), nanos.get(nanos.size() / 2) / 1e6, nanos.get((int) (nanos.size() * 0.99)) / 1e6,
                    nanos.getLast() / 1e6, limit));
        }
    }

    /// Half of it on each platform.
    private void talk(int perSecond, Duration time) {
        var begun = System.nanoTime();
        var messages = perSecond * time.toSeconds();
        for (var message = 0; message < messages; message++) {
            if (message % 2 == 0) {
                var update = update();
                Thread.ofVirtual().start(() -> post(update));
            } else {
                town.discord.commands("p" + said.incrementAndGet() % 5000, "explain",
                        Map.of("prompt", "```python\nprint(1)\n```"));
            }
            LockSupport.parkNanos(begun + (message + 1) * 1_000_000_000L / perSecond - System.nanoTime());
        }
    }

    private String update() {
        var number = said.incrementAndGet();
        var message = town.telegram.inPrivate("p" + number % 5000).put("text", "/explain ```python\nprint(1)\n```");
        return message.objectNode().put("update_id", 800_000 + number).set("message", message).toString();
    }

    private void post(String update) {
        var begun = System.nanoTime();
        try {
            var answer = http.send(HttpRequest.newBuilder(webhook).timeout(Duration.ofSeconds(30))
                    .header("X-Telegram-Bot-Api-Secret-Token", SECRET).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(update)).build(),
                    HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() == 200) {
                taken.add(System.nanoTime() - begun);
            } else {
                refused.incrementAndGet();
            }
        } catch (IOException broken) {
            refused.incrementAndGet();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void soak(int minutes) throws IOException {
        if (minutes == 0) {
            return;
        }
        System.out.println("""

                | minute at %d messages/s | heap after collecting | resident | threads | open files |
                |---|---|---|---|---|""".formatted(10 * NORMAL));
        var heap = new ArrayList<Double>();
        for (var minute = 1; minute <= minutes; minute++) {
            taken.clear();
            talk(10 * NORMAL, Duration.ofMinutes(1));
            heap.add(heap());
            System.out.println(String.format(Locale.ROOT, "| %d | %.1f MB | %s | %d | %d |", minute,
                    heap.getLast(), Footprint.megabytes(Footprint.resident(process.pid())), threads(), files()));
        }
        System.out.println(String.format(Locale.ROOT, "%nSlope of the heap after the first minute: %.2f MB a minute.",
                slope(heap.subList(Math.min(1, heap.size() - 1), heap.size()))));
    }

    /// In megabytes, of live objects only.
    private double heap() throws IOException {
        ask("GC.run");
        var used = USED.matcher(ask("GC.heap_info")).results().mapToLong(found -> Long.parseLong(found.group(1)));
        return used.limit(2).sum() * 1024 / 1e6; // young and old
    }

    private String ask(String what) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), what).redirectErrorStream(true).start();
        var answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        CompletableFuture.allOf(asked.onExit()).join();
        return answer;
    }

    private int threads() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", ""))).sum();
    }

    private long files() throws IOException {
        try (var open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.count();
        }
    }

    /// Of the line nearest to all points.
    private static double slope(List<Double> values) {
        var middle = (values.size() - 1) / 2.0;
        var mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        var above = 0.0;
        var below = 0.0;
        for (var at = 0; at < values.size(); at++) {
            above += (at - middle) * (values.get(at) - mean);
            below += (at - middle) * (at - middle);
        }
        return below == 0 ? 0 : above / below;
    }
}
