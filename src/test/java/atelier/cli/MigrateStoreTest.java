package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.store.DataLock;
import atelier.store.Database;
import atelier.store.DatabaseAddress;
import atelier.store.DiskArtifacts;
import atelier.store.FreshPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The operator moves the database to PostgreSQL.
class MigrateStoreTest {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @TempDir
    Path home;

    private String settings;

    @BeforeEach
    void fill() throws SQLException {
        settings = "data-dir: " + home + "\n";
        var address = new DatabaseAddress.Sqlite(home.resolve("atelier.db"));
        address.open().close();
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            statement.execute("insert into account (created_at) values (1), (2)");
            statement.execute("insert into memory values ('name', 'a' || char(0) || 'b')");
        }
    }

    private static long number(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    @Test
    void aTableSaysWhatWasMovedAndThatItIsTheSame() throws IOException, SQLException {
        var url = SERVER.freshUrl();

        var run = AdminRun.of(home, settings, "migrate-store", "--to", url);

        run.succeeds();
        assertThat(run.said()).containsPattern("account +2 +\\d+\\.\\d  ✓").containsPattern("job +0 +\\d+\\.\\d  ✓")
                .contains("with 3 rows are in PostgreSQL at //", "compared row by row", "Set database.url",
                        "1 texts had NUL characters")
                .doesNotContain("✗").doesNotContain("user=");
        assertThat(number(url, "select count(*) from account")).isEqualTo(2);
    }

    @Test
    void theFilesPeopleMadeComeAlongAndOneThatIsSpoiledIsNamed() throws IOException, SQLException {
        var url = SERVER.freshUrl();
        var good = new DiskArtifacts(home.resolve("files")).put("a tune".getBytes(StandardCharsets.UTF_8));
        var spoiled = new DiskArtifacts(home.resolve("files")).put("a game".getBytes(StandardCharsets.UTF_8));
        Files.writeString(home.resolve("files").resolve(spoiled.substring(0, 2)).resolve(spoiled), "something else");

        var run = AdminRun.of(home, settings, "migrate-store", "--to", url);

        assertThat(run.said()).contains("1 files with 6 bytes are there as well", "✗ " + spoiled);
        assertThat(number(url, "select count(*) from artifact where sha256 = '" + good
                + "' and convert_from(content, 'UTF8') = 'a tune'")).isEqualTo(1);
        assertThat(number(url, "select count(*) from artifact")).isEqualTo(1);

        new DiskArtifacts(home.resolve("files")).put("a later tune".getBytes(StandardCharsets.UTF_8));
        Files.delete(home.resolve("files").resolve(spoiled.substring(0, 2)).resolve(spoiled));
        var again = AdminRun.of(home, settings, "migrate-store", "--to", url, "--files-only");
        again.succeeds();
        assertThat(again.said()).contains("2 files with 18 bytes");
    }

    @Test
    void backIsNamedByFromAndThePlaceOfTheFileIsMade() throws IOException {
        var url = SERVER.freshUrl();
        AdminRun.of(home, settings, "migrate-store", "--to", url).succeeds();
        var back = home.resolve("new").resolve("folder").resolve("back.db");

        AdminRun.of(home, settings, "migrate-store", "--from", url, "--to", "jdbc:sqlite:" + back).succeeds();

        assertThat(back).exists();
    }

    @Test
    void nothingIsMovedWhileAnAtelierRuns() throws IOException, SQLException {
        var url = SERVER.freshUrl();
        try (var _ = DataLock.take(home)) {
            AdminRun.of(home, settings, "migrate-store", "--to", url).refusesWith("Another Atelier already uses");
        }
        assertThat(number(url, "select count(*) from information_schema.tables where table_schema = 'public'"))
                .isZero();
        assertThat(AdminRun.of(home, settings, "migrate-store").code()).as("--to is missing").isEqualTo(2);
    }

    /// The command is killed while it waits to copy the second table; the first is copied by then.
    @Test
    void killedInTheMiddleItLeavesTheTargetEmptyAndCanBeRunAgain()
            throws IOException, SQLException, InterruptedException {
        var url = SERVER.freshUrl();
        Database.postgres(url).close();
        try (var gate = DriverManager.getConnection(url); var keeper = gate.createStatement()) {
            keeper.execute("""
                    create function waits() returns trigger as
                    'begin perform pg_advisory_xact_lock(42); return new; end' language plpgsql""");
            keeper.execute("create trigger waits before insert on memory for each row execute function waits()");
            keeper.execute("select pg_advisory_lock(42)");
            var config = Files.writeString(home.resolve("config.yml"), settings);
            var log = home.resolve("log.txt");
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", classPath(), "atelier.Main",
                    "admin", "migrate-store", "--to", url, "--config", config.toString()).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).start();
            try {
                await().atMost(Duration.ofSeconds(60)).failFast(() -> !process.isAlive())
                        .until(() -> number(url,
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);
                assertThat(log).content().containsPattern("account +2 .*✓");
            } finally {
                process.destroyForcibly().waitFor();
            }
            keeper.execute("select pg_advisory_unlock(42)");
            await().atMost(Duration.ofSeconds(60)).until(() -> number(url, "select count(*) from pg_stat_activity where"
                    + " datname = current_database() and backend_type = 'client backend'") == 2);
            assertThat(number(url, "select count(*) from account")).isZero();
            assertThat(number(url, "select count(*) from memory")).isZero();
        }

        AdminRun.of(home, settings, "migrate-store", "--to", url).succeeds();
        assertThat(number(url, "select count(*) from account")).isEqualTo(2);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
