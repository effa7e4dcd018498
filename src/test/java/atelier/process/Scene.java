package atelier.process;

import atelier.process.Trouble.Needs;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a [Trouble] happens: a running Atelier, its neighbours, and everything between and beneath them that can fail.
final class Scene implements AutoCloseable {
    private static final String MEGABYTES = "12m";
    private static final String POSTGRES = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres";

    private final Path folder;
    private final Town town;
    private final Lines lines;
    private final Needs needs;
    private final @Nullable Cable postgres;
    private @Nullable EmbeddedPostgres server;
    private @Nullable Connection lock;
    private @Nullable AtelierProcess process;

    Scene(Path folder, Needs needs) throws IOException {
        this.folder = folder;
        this.needs = needs;
        this.town = new Town(folder);
        this.lines = new Lines(town);
        if (needs == Needs.POSTGRES) {
            server = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres"))
                    .setCleanDataDirectory(false).start();
        }
        this.postgres = server == null ? null : new Cable(server.getPort());
    }

    Town town() {
        return town;
    }

    Lines lines() {
        return lines;
    }

    Cable postgres() {
        return Objects.requireNonNull(postgres);
    }

    /// Starts Atelier in it and waits until it is ready.
    ///
    /// @param flags used where the trouble needs none of its own
    AtelierProcess start(List<String> flags) throws IOException {
        var settings = new HashMap<>(lines.settings(needs == Needs.NAMES));
        settings.putAll(Map.of("ATELIER_TIERS_FREE_MESSAGES_PER_DAY", "1000000",
                "ATELIER_TIERS_FREE_REQUESTS_PER_MINUTE", "100000", "ATELIER_TIERS_FREE_CONCURRENT_JOBS", "100"));
        if (postgres != null) {
            settings.put("ATELIER_DATABASE_URL", POSTGRES.formatted(postgres.port()));
        }
        var all = new ArrayList<>(flags);
        if (needs == Needs.NAMES) {
            findsNames();
            all.addAll(List.of("-Djdk.net.hosts.file=" + folder.resolve("hosts"), "-Dsun.net.inetaddr.ttl=0"));
        } else if (needs == Needs.CLOCK) {
            setsClock(Duration.ZERO);
            all.add("-javaagent:" + Build.clockAgent() + "=" + folder.resolve("ahead"));
        }
        Files.createDirectories(folder.resolve("data"));
        var started = AtelierProcess.start(needs == Needs.SMALL_DISK ? smallDisk() : List.of(), folder, settings, all);
        process = started;
        started.awaitReady();
        return started;
    }

    /// Runs what follows with a file system of its own at the data folder, which needs no rights but those of a user's own
    /// namespace.
    private List<String> smallDisk() {
        return List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                "mount -t tmpfs -o size=" + MEGABYTES + " none \"$0\" && exec \"$@\"",
                folder.resolve("data").toString());
    }

    /// Whether this machine lets a user have a file system of their own.
    static boolean canMount() {
        try {
            return new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                    "mount -t tmpfs none /mnt").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What Atelier wrote down.
    Records records() {
        if (postgres != null) {
            return new Records(POSTGRES.formatted(Objects.requireNonNull(server).getPort()));
        }
        return new Records((needs == Needs.SMALL_DISK ? copied() : data()).resolve("atelier.db"));
    }

    /// SQLite follows the way into the other file system to where it seems to lead, and finds nothing there.
    private Path copied() {
        try {
            var copy = Files.createTempDirectory(folder, "copy");
            for (var name : List.of("atelier.db-wal", "atelier.db")) {
                if (Files.exists(data().resolve(name))) {
                    Files.copy(data().resolve(name), copy.resolve(name));
                }
            }
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path data() {
        return needs == Needs.SMALL_DISK
                ? Path.of("/proc", Long.toString(running().pid()), "root").resolve(folder.getRoot()
                        .relativize(folder.toAbsolutePath())).resolve("data")
                : folder.resolve("data");
    }

    private AtelierProcess running() {
        return Objects.requireNonNull(process);
    }

    /// The status of `/readyz`, or 0 when nothing comes within a second.
    int readiness(HttpClient http) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(running().address("/readyz")))
                    .timeout(Duration.ofSeconds(1)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException silent) {
            return 0;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(running().pid())).start().onExit().join();
    }

    void losesNames() throws IOException {
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        lines.all().forEach(Cable::breaks);
    }

    void findsNames() throws IOException {
        Files.write(folder.resolve("hosts"), Lines.names());
    }

    void setsClock(Duration ahead) throws IOException {
        Files.writeString(folder.resolve("ahead"), Long.toString(ahead.toMillis()));
    }

    void fillsDisk() {
        try (var filler = Files.newOutputStream(data().resolve("filler"))) {
            var block = new byte[4096];
            while (true) {
                filler.write(block);
            }
        } catch (IOException _) {
            // no space left on device, as wanted
        }
    }

    void freesDisk() throws IOException {
        Files.deleteIfExists(data().resolve("filler"));
    }

    void locksDatabase() throws IOException {
        try {
            lock = DriverManager.getConnection(records().url() + "?busy_timeout=10000");
            try (var statement = lock.createStatement()) {
                statement.execute("begin immediate");
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    void unlocksDatabase() throws IOException {
        try {
            if (lock != null) {
                lock.close();
                lock = null;
            }
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    void stopsPostgres() throws IOException {
        Objects.requireNonNull(server).close();
    }

    void startsPostgres() throws IOException {
        var port = Objects.requireNonNull(server).getPort();
        server = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("postgres")).setCleanDataDirectory(false)
                .setPort(port).start();
    }

    @Override
    public void close() {
        try {
            unlocksDatabase();
            if (process != null) {
                process.close();
            }
            town.close();
            lines.close();
            if (postgres != null) {
                postgres.close();
            }
            if (server != null) {
                server.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
