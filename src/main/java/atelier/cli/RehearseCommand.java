package atelier.cli;

import atelier.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the service with doors that lead nowhere and ends it again, so that a virtual machine told to
/// (`-XX:AOTCacheOutput=FILE`) can note which classes a start needs. Part of the build; it reaches nothing outside.
@Command(name = "rehearse", hidden = true, description = "start and end once, for the build")
final class RehearseCommand implements Runnable {
    /// A port on which nothing listens.
    private static final String NOWHERE = "http://127.0.0.1:9";
    private static final long LONG_ENOUGH_S = 3;

    @Option(names = "--unless-newer", arity = "2", paramLabel = "FILE", description = "does nothing when the first file is newer than the second")
    private Path @Nullable [] files;

    @Override
    public void run() {
        if (isDone()) {
            Runtime.getRuntime().halt(0); // an orderly end would write the notes
        }
        try {
            var folder = Files.createTempDirectory("atelier-rehearsal");
            try {
                rehearse(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean isDone() {
        var given = files;
        return given != null && Files.exists(given[0])
                && given[0].toFile().lastModified() > given[1].toFile().lastModified();
    }

    private static void rehearse(Path folder) {
        var config = Config.load(null, Map.of("ATELIER_DATA_DIR", folder.toString(), "ATELIER_OLLAMA_URL", "off",
                "ATELIER_LMSTUDIO_URL", "off", "ATELIER_HTTP_PORT", "0", "ATELIER_TELEGRAM_TOKEN",
                "1:" + "x".repeat(35), "ATELIER_TELEGRAM_API_URL", NOWHERE, "ATELIER_DISCORD_TOKEN", "rehearsal",
                "ATELIER_DISCORD_API_URL", NOWHERE + "/api/v10/", "ATELIER_DISCORD_GATEWAY_URL", "ws://127.0.0.1:9"));
        try (var service = Service.ofPlatforms(config)) {
            service.start();
            TimeUnit.SECONDS.sleep(LONG_ENOUGH_S);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
