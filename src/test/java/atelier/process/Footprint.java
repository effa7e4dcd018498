package atelier.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures what a running Atelier costs: time from the start of the process to `/readyz`, memory after five idle
/// seconds, size on disk. `mvn -q package -DskipTests exec:exec@footprint`
final class Footprint {
    private static final int RUNS = Integer.getInteger("runs", 5);

    /// How `mvn` and the image start it, besides the class cache.
    static final List<String> SHIPPED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders", "-Xms16m", "-Xmx1g", "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:TrimNativeHeapInterval=5000");

    private Footprint() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("| virtual machine | ready after (median of " + RUNS
                + ") | processor time by then | resident after 5 s idle |");
        System.out.println("|---|---|---|---|");
        row("defaults", List.of());
        row("-XX:+UseSerialGC", List.of("-XX:+UseSerialGC"));
        row(String.join(" ", SHIPPED), SHIPPED);
        row("the same with the class cache, as `mvn` and the image start it", Build.withCache(SHIPPED));
        System.out.printf(Locale.ROOT, "%natelier.jar %s, lib %s%n", megabytes(bytes(Path.of("target/atelier.jar"))),
                megabytes(bytes(Path.of("target/lib"))));
    }

    private static void row(String name, List<String> flags) throws IOException {
        var times = new ArrayList<Duration>();
        var memory = new ArrayList<Long>();
        var processor = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var folder = Files.createTempDirectory("atelier-footprint");
            try (var town = new Town(folder)) {
                var process = AtelierProcess.start(folder, town.settings(), flags);
                try (process) {
                    times.add(process.awaitReady());
                    processor.add(cpu(process.pid()));
                    idle(Duration.ofSeconds(5));
                    memory.add(resident(process.pid()));
                }
            } finally {
                delete(folder);
            }
        }
        times.sort(null);
        memory.sort(null);
        processor.sort(null);
        System.out.printf(Locale.ROOT, "| %s | %.2f s (%.2f to %.2f) | %.2f s | %s |%n", name,
                seconds(times.get(RUNS / 2)),
                seconds(times.getFirst()), seconds(times.getLast()), processor.get(RUNS / 2),
                megabytes(memory.get(RUNS / 2)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    static void idle(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// Seconds of processor time a process has had. Linux only.
    static double cpu(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(cells[11]) + Long.parseLong(cells[12])) / 100.0;
    }

    /// Linux only.
    static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    private static long bytes(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.toList();
        }
        for (var file : all.reversed()) {
            Files.delete(file);
        }
    }
}
