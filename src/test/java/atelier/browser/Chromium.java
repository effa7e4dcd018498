package atelier.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One headless browser process with a profile of its own. Closing it ends the process and removes the profile.
public final class Chromium implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final Devtools devtools;

    private Chromium(Process process, Path profile, Devtools devtools) {
        this.process = process;
        this.profile = profile;
        this.devtools = devtools;
    }

    /// `CHROMIUM`, or the first of the usual names on the path.
    public static Optional<Path> executable() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).filter(name -> !name.isBlank());
        if (named.isPresent()) {
            return named.map(Path::of).filter(Files::isExecutable);
        }
        var folders = Objects.requireNonNullElse(System.getenv("PATH"), "").split(":");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /// @throws IllegalStateException when it does not start
    static Chromium start(Path executable) {
        try {
            var profile = Files.createTempDirectory("atelier-chromium");
            var process = new ProcessBuilder(command(executable, profile))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var devtools = new Devtools(address(process));
            return new Chromium(process, profile, devtools);
        } catch (IOException e) {
            throw new IllegalStateException("Chromium does not start", e);
        }
    }

    private static List<String> command(Path executable, Path profile) {
        var command = new ArrayList<>(List.of(executable.toString(), "--headless=new", "--remote-debugging-port=0",
                "--user-data-dir=" + profile, "--no-first-run", "--no-default-browser-check", "--disable-gpu",
                "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--mute-audio", "--hide-scrollbars",
                "--autoplay-policy=user-gesture-required",
                // A sandboxed frame in the page's own process: one DevTools session sees both.
                "--disable-features=IsolateSandboxedIframes,Translate,MediaRouter,OptimizationHints"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        return command;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> drain(errors));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IOException("it ended before it listened");
    }

    /// A full pipe would stop the browser.
    private static void drain(BufferedReader errors) {
        try {
            while (errors.readLine() != null) {
                Thread.onSpinWait();
            }
        } catch (IOException _) {
            // The browser is gone.
        }
    }

    /// An empty tab of this size; `touch` makes it a phone with a finger instead of a mouse.
    public Tab tab(int width, int height, boolean touch) {
        ObjectNode empty = Devtools.params().put("url", "about:blank");
        var target = devtools.call("", "Target.createTarget", empty).path("targetId").asText();
        var session = devtools.call("", "Target.attachToTarget",
                Devtools.params().put("targetId", target).put("flatten", true)).path("sessionId").asText();
        return new Tab(devtools, target, session, width, height, touch);
    }

    @Override
    public void close() {
        devtools.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (var files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException _) {
            // A file of the profile vanished while we looked: the better.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
