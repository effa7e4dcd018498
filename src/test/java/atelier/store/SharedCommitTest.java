package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedCommitTest {
    @TempDir
    Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("atelier.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void transactionsThatWaitForEachOtherAreAllStored() throws InterruptedException {
        var all = new ArrayList<Thread>();
        for (var number = 0; number < 200; number++) {
            var name = "n" + number;
            all.add(Thread.ofVirtual().start(() -> note(name)));
        }
        for (var thread : all) {
            thread.join();
        }

        assertThat(onDisk()).hasSize(200);
    }

    @Test
    void whoReturnsIsStoredAlreadyThoughOthersFollow() throws InterruptedException {
        var missing = new ConcurrentLinkedQueue<String>();
        var all = new ArrayList<Thread>();
        for (var number = 0; number < 40; number++) {
            var name = "n" + number;
            all.add(Thread.ofVirtual().start(() -> {
                note(name);
                if (!onDisk().contains(name)) {
                    missing.add(name);
                }
            }));
        }
        for (var thread : all) {
            thread.join();
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void oneThatFailsTakesBackItsOwnAndNothingElse() throws InterruptedException {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> database.inTransaction(() -> {
            note("first");
            inside.countDown();
            pass(go);
            return true;
        }));
        inside.await();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var second = Thread.ofVirtual().start(() -> {
            try {
                database.inTransaction(() -> {
                    note("second");
                    throw new IllegalStateException("on purpose");
                });
            } catch (IllegalStateException expected) {
                failures.add(expected);
            }
        });
        var third = Thread.ofVirtual().start(() -> note("third"));
        await().until(() -> second.getState() == Thread.State.WAITING && third.getState() == Thread.State.WAITING);
        go.countDown();
        first.join();
        second.join();
        third.join();

        assertThat(failures).hasSize(1);
        assertThat(onDisk()).containsExactlyInAnyOrder("first", "third");
    }

    @Test
    void whatWasToFollowACommitDoesNotFollowAFailure() {
        var followed = new ConcurrentLinkedQueue<String>();

        assertThatThrownBy(() -> database.inTransaction(() -> {
            note("lost");
            database.afterCommit(() -> followed.add("lost"));
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        database.inTransaction(() -> {
            note("kept");
            database.afterCommit(() -> followed.add("kept"));
            return true;
        });

        assertThat(followed).containsExactly("kept");
        assertThat(onDisk()).containsExactly("kept");
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String name) {
        database.write(handle -> handle.createUpdate("insert into memory (name, content) values (:name, '')")
                .bind("name", name).execute());
    }

    /// As another process sees it.
    private List<String> onDisk() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("atelier.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from memory")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
