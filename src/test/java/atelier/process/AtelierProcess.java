package atelier.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// Atelier as an operator starts it: `run`, set up by `ATELIER_…` variables alone, in a folder of its own.
final class AtelierProcess implements AutoCloseable {
    /// Started quickly rather than running quickly; tests start it often.
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Pattern LISTENS = Pattern.compile("listens on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final long startedAt;
    private final HttpClient http = HttpClient.newHttpClient();

    private AtelierProcess(Process process, Path log, long startedAt) {
        this.process = process;
        this.log = log;
        this.startedAt = startedAt;
    }

    /// Starts it and returns at once.
    ///
    /// @param folder working directory and place of the log
    /// @param flags  for the virtual machine; a class path of their own, too
    static AtelierProcess start(Path folder, Map<String, String> settings, List<String> flags) {
        return start(List.of(), folder, settings, flags);
    }

    /// The same, run by another program.
    ///
    /// @param launcher the beginning of a command line whose rest is run by it in its place, so that the process is the same
    static AtelierProcess start(List<String> launcher, Path folder, Map<String, String> settings,
            List<String> flags) {
        return start(launcher, folder, settings, flags, List.of("run"), Redirect.PIPE);
    }

    /// Starts the chat at the terminal with what is typed coming from a file, as in `java -jar atelier.jar < lines.txt`.
    static AtelierProcess chat(Path folder, Map<String, String> settings, Path typed) {
        return start(List.of(), folder, settings, QUICK, List.of(), Redirect.from(typed.toFile()));
    }

    private static AtelierProcess start(List<String> launcher, Path folder, Map<String, String> settings,
            List<String> flags, List<String> arguments, Redirect typed) {
        var command = new ArrayList<>(launcher);
        command.add(JAVA);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(flags);
        if (!flags.contains("-cp")) {
            command.addAll(List.of("-cp", productOnly(System.getProperty("java.class.path"))));
        }
        command.add("atelier.Main");
        command.addAll(arguments);
        var log = folder.resolve("log-" + System.nanoTime() + ".txt");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(typed).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ATELIER_"));
        builder.environment().putAll(settings);
        try {
            var startedAt = System.nanoTime();
            return new AtelierProcess(builder.start(), log, startedAt);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Without the tests' own classes and settings.
    private static String productOnly(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Waits until `/readyz` says yes.
    ///
    /// @return how long that took since the start
    Duration awaitReady() {
        Awaitility.await("ready, but:\n" + log()).atMost(PATIENCE).pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20)).failFast("it ended", () -> !process.isAlive())
                .ignoreExceptionsInstanceOf(UncheckedIOException.class) // such as no answer for ten seconds
                .until(() -> LISTENS.matcher(log()).find() && status("/readyz") == 200);
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /// What it says to whoever asks whether it is ready.
    String readiness() {
        try {
            return get("/readyz").body();
        } catch (IllegalStateException | UncheckedIOException silent) {
            return silent.toString();
        }
    }

    int status(String path) {
        return get(path).statusCode();
    }

    String address(String path) {
        var found = LISTENS.matcher(log());
        if (!found.find()) {
            throw new IllegalStateException("it does not listen");
        }
        return "http://127.0.0.1:" + found.group(1) + path;
    }

    HttpResponse<String> get(String path) {
        var address = URI.create(address(path));
        try {
            return http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ending);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long pid() {
        return process.pid();
    }

    /// `kill -9`: as when the power fails.
    void kill() {
        process.destroyForcibly();
        exitCode(Duration.ofSeconds(20));
    }

    /// Waits until it has ended, however it does.
    void awaitEnd() {
        exitCode(Duration.ofSeconds(40));
    }

    /// Once it has ended: what it said is of no more interest.
    void forgetLog() {
        log.toFile().delete();
    }

    /// `kill`: what a service manager does first. Returns at once.
    void terminate() {
        process.destroy();
    }

    int exitCode(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + atMost + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ending);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        http.close();
    }
}
