package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.engine.port.NotStored;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a database does that is full or away, and afterwards. `FaultTest` shows it with a real full disk.
class WriteHealthTest {
    @TempDir
    private Path folder;

    @Test
    void onceThereIsRoomAgainAFullDatabaseKeepsWhatItIsGiven() {
        try (var database = Database.sqlite(folder.resolve("atelier.db"))) {
            var memory = new JdbiMemory(database);
            // Of the writing connection, which stands for a full disk.
            var pages = database.write(handle -> handle.createQuery("pragma page_count").mapTo(Integer.class).one());
            database.write(handle -> handle.createQuery("pragma max_page_count = " + pages).mapTo(Integer.class).one());

            assertThatThrownBy(() -> memory.remember("picture", "x".repeat(1 << 20))).isInstanceOf(NotStored.class);
            assertThat(database.isWritable()).as("writable").isFalse();
            assertThat(memory.last("picture")).isNull();

            database.write(handle -> handle.createQuery("pragma max_page_count = 1000000").mapTo(Integer.class).one());
            await().until(database::isWritable);
            memory.remember("picture", "x".repeat(1 << 20));
            assertThat(memory.last("picture")).hasSize(1 << 20);
        }
    }

    @Test
    void aMistakeInAStatementIsNoTroubleOfTheStorage() {
        try (var database = Database.sqlite(folder.resolve("atelier.db"))) {
            assertThatThrownBy(() -> database.write(handle -> handle.execute("insert into nowhere values (1)")))
                    .isNotInstanceOf(NotStored.class);
            assertThat(database.isWritable()).isTrue();
        }
    }

    @Test
    void aServerThatIsAwayOrFullIsToldApartFromARefusedRow() {
        assertThat(WriteHealth.troubleIn(new SQLException("gone", "08006"))).isEqualTo(WriteHealth.Trouble.UNREACHABLE);
        assertThat(WriteHealth.troubleIn(new IllegalStateException(new SQLException("stopping", "57P01"))))
                .isEqualTo(WriteHealth.Trouble.UNREACHABLE);
        assertThat(WriteHealth.troubleIn(new SQLException("full", "53100"))).isEqualTo(WriteHealth.Trouble.FULL);
        assertThat(WriteHealth.troubleIn(new SQLException("twice", "23505"))).isNull();
    }
}
