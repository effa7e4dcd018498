package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files nobody needs go, and no other.
class FileSweepTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at(Instant.now().toString());
    private DatabaseAddress address;
    private Database database;
    private DiskArtifacts files;
    private FileSweep sweep;

    @BeforeEach
    void open() {
        address = new DatabaseAddress.Sqlite(folder.resolve("atelier.db"));
        database = address.open();
        files = new DiskArtifacts(folder.resolve("files"));
        sweep = new FileSweep(database, files, DAY, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// A stored file as it is after so long.
    private Path stored(String content, Duration age) throws IOException {
        var path = files.path(files.put(content.getBytes(StandardCharsets.UTF_8)));
        Files.setLastModifiedTime(path, FileTime.from(clock.instant().minus(age)));
        return path;
    }

    private void run(String... commands) throws SQLException {
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Test
    void onlyOldFilesThatNoRowNamesAreRemoved() throws IOException, SQLException {
        var made = stored("made", DAY.multipliedBy(90));
        var packed = stored("packed into a message", DAY.multipliedBy(90));
        var fresh = stored("by a job that runs", Duration.ofHours(23));
        var old = stored("forgotten", DAY.plusMinutes(1));
        var broken = Files.createFile(old.resolveSibling("new1.part"));
        Files.setLastModifiedTime(broken, FileTime.from(clock.instant().minus(DAY.multipliedBy(2))));
        var others = Files.createFile(folder.resolve("files").resolve(name(old).charAt(0) + "a")); // no folder of ours
        Files.setLastModifiedTime(others, FileTime.from(clock.instant().minus(DAY.multipliedBy(2))));
        var beginning = Files.createFile(old.resolveSibling("new2.part"));
        run("insert into account (created_at) values (1)",
                "insert into conversation (account_id, chat_key, title, is_open, updated_at) values (1, 'k', 't', 1, 1)",
                "insert into job (id, account_id, conversation_id, intent, words, attachments, seed, is_fresh, address,"
                        + " state, attempts, created_at) values ('j', 1, 1, '', '', '', 0, 0, '', 'DONE', 1, 1)",
                "insert into made_file (job_id, account_id, path, media_type, bytes, sha256) values ('j', 1, 'a', 'b', 4, '"
                        + name(made) + "')",
                "insert into outbox (chat_key, chat, draft, state, repeatable, attempts, not_before, created_at) values"
                        + " ('k', '', '{\"files\":[{\"sha256\":\"" + name(packed) + "\"}]}', 'SENT', 1, 1, 0, 0)");

        assertThat(sweep.sweep()).isOne();
        assertThat(old).doesNotExist();
        assertThat(broken).doesNotExist();
        assertThat(beginning).exists();
        assertThat(List.of(made, packed, fresh, others)).allMatch(Files::exists);

        run("delete from outbox", "create table newcomer (picture_sha256 text)",
                "insert into newcomer values ('" + name(packed) + "')");
        assertThat(sweep.sweep()).as("a table nobody knew of yet names it").isZero();
        run("delete from newcomer", "delete from made_file");
        assertThat(sweep.sweep()).isEqualTo(2);
    }

    @Test
    void whatAJobStoresAgainWhileItIsSweptStays() throws IOException, InterruptedException {
        for (int round = 0; round < 300; round++) {
            var content = "round " + round;
            var path = stored(content, DAY.multipliedBy(5));
            var both = new CountDownLatch(1);
            var job = Thread.ofPlatform().start(() -> {
                try {
                    both.await();
                    files.put(content.getBytes(StandardCharsets.UTF_8));
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
            both.countDown();
            sweep.sweep();
            job.join();

            assertThat(path).as(content).exists().hasContent(content);
            Files.delete(path);
        }
    }
}
