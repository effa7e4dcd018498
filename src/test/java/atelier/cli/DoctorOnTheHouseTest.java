package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.UserFacingException;
import atelier.cli.doctor.Ailment;
import atelier.store.DataLock;
import atelier.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorOnTheHouseTest {
    private static final String A_PLATFORM = "discord.token: x\ndiscord.api-url: http://localhost:9\n";

    @TempDir
    Path home;

    private Examination with(String configuration) throws IOException {
        return Examination.of(home, Examination.NO_MODELS + configuration);
    }

    @Test
    void aFreshHouseIsFine() throws IOException {
        var said = with("time-zone: Europe/Berlin\n");

        said.says("✓ Configuration: no mistakes", "", 0);
        said.says("✓ Java: version ", "", 0);
        said.says("✓ Time zone: Europe/Berlin, where it is ", "", 0);
        said.says("✓ Data folder: ", "will be made", 0);
        said.says("✓ Disk: ", "MB are free", 0);
        said.says("✓ Database: SQLite, which will be made", "", 0);
    }

    @Test
    void everyMistakeIsToldWithItsLineAndTheRestIsStillLookedAt() throws IOException {
        var said = with("http.prot: 1\nhealth.period: soon\n");

        said.says(Ailment.CONFIG_MISTAKE, "✗ Configuration: config.yml line 3: http.prot is not a setting", "http.port",
                1);
        said.says(Ailment.CONFIG_MISTAKE, "✗ Configuration: config.yml line 4: health.period", "", 1);
        said.says("✓ Database: ", "", 1);
    }

    @Test
    void aFileThatIsNoYamlIsOneMistakeNotTheEnd() throws IOException {
        with("a: [b\n").says(Ailment.CONFIG_UNREADABLE, "✗ Configuration: config.yml", "", 1);
    }

    @Test
    void warningsAreRepeated() throws IOException {
        with("telegram.token: <your token>\n").says(Ailment.CONFIG_WARNING, "⚠ Configuration: Telegram is off",
                "placeholder", 0);
    }

    @Test
    void aDataFolderThatIsAFileIsSaid() throws IOException {
        var file = Files.createFile(home.resolve("taken"));

        with("data-dir: " + file + "\n").says(Ailment.DATA_IS_A_FILE, "✗ Data folder: " + file + " is a file",
                "data-dir", 1);
    }

    @Test
    void aSoundDatabaseIsFine() throws IOException {
        Database.sqlite(Files.createDirectories(home.resolve("data")).resolve("atelier.db")).close();

        with("").says("✓ Database: SQLite, sound", "", 0);
    }

    @Test
    void aDamagedDatabaseIsSaid() throws IOException {
        var file = Files.createDirectories(home.resolve("data")).resolve("atelier.db");
        Database.sqlite(file).close();
        var bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 0, 4000, (byte) 'x');
        Files.write(file, bytes);

        with("").says(Ailment.DATABASE_DAMAGED, "✗ Database: " + file + " is damaged", "backup", 1);
    }

    @Test
    void aLockedDatabaseIsSaid() throws IOException {
        var file = Files.createDirectories(home.resolve("data")).resolve("atelier.db");
        try (var database = Database.sqlite(file)) {
            var said = database.inTransaction(() -> {
                try {
                    return with("");
                } catch (IOException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            said.says(Ailment.DATABASE_LOCKED, "✗ Database: " + file + " is locked by another program",
                    "only one Atelier", 1);
        }
    }

    @Test
    void aRunningAtelierIsRecognised() throws IOException {
        var data = Files.createDirectories(home.resolve("data"));
        Database.sqlite(data.resolve("atelier.db")).close();
        try (var running = DataLock.take(data)) {
            assertThat(running).isNotNull();
            with("").says("✓ Database: SQLite, in use by an Atelier that runs now", "", 0);
            Assertions.assertThatThrownBy(() -> DataLock.take(data)).isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("Another Atelier already uses the folder");
        }
        DataLock.take(data).close();
    }

    @Test
    void postgresOutOfReachIsSaidWithoutItsPassword() throws IOException {
        var said = with("database.url: jdbc:postgresql://localhost:9/atelier?user=a&password=correcthorse\n");

        said.says(Ailment.DATABASE_UNREACHABLE, "✗ Database: PostgreSQL cannot be reached", "database.url", 1);
        assertThat(said.lines()).noneMatch(line -> line.contains("correcthorse"));
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            with(A_PLATFORM + "http.port: " + other.getLocalPort() + "\n")
                    .says(Ailment.HTTP_PORT_TAKEN, "✗ HTTP: 127.0.0.1 port " + other.getLocalPort() + " is taken",
                            "http.port", 1);
        }
    }

    @Test
    void theRunningAteliersOwnPortIsFine() throws IOException {
        try (var running = DataLock.take(Files.createDirectories(home.resolve("data")));
                var service = CannedServer.answering(200, "ok")) {
            assertThat(running).isNotNull();
            with(A_PLATFORM + "http.port: " + service.port() + "\n")
                    .says("✓ HTTP: the Atelier that runs now listens on 127.0.0.1", "", 1);
        }
    }
}
