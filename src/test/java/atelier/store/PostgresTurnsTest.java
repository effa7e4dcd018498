package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.turn.Turns;
import atelier.generation.turn.TurnsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The lines of two nodes on one PostgreSQL, with their news.
class PostgresTurnsTest extends TurnsContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    private Node one;
    private Node two;

    /// One process.
    private static final class Node implements AutoCloseable {
        private final Database database;
        private final PostgresWakes wakes;
        private final JdbiTurns turns;

        Node(String url, String name) throws InterruptedException {
            database = Database.postgres(url);
            new JdbiNodes(database).beat(name);
            wakes = new PostgresWakes(database, name);
            turns = new JdbiTurns(database, name, wakes);
            wakes.start();
            assertThat(wakes.awaitListening(Duration.ofSeconds(20))).isTrue();
        }

        @Override
        public void close() {
            wakes.close();
            database.close();
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        var url = SERVER.freshUrl();
        one = new Node(url, "one");
        two = new Node(url, "two");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Override
    protected Turns turns() {
        return one.turns;
    }

    @Override
    protected Turns turnsElsewhere() {
        return two.turns;
    }

    @Test
    void whomADeadNodeHadAskedForHoldsUpNobody() {
        var dead = two.turns.come("gpu", 1, 1, () -> {});
        assertThat(dead.before()).isZero();
        var waits = one.turns.come("gpu", 1, 1, () -> {});
        assertThat(waits.before()).isEqualTo(1);

        new JdbiNodes(one.database).leave("two");

        assertThat(waits.before()).isZero();
    }

    @Test
    void aNodeThatWasKilledAndComesBackHoldsUpNeitherItselfNorOthers() throws InterruptedException {
        assertThat(two.turns.come("gpu", 1, 1, () -> {}).before()).isZero();
        assertThat(two.turns.come("gpu", 1, 1, () -> {}).before()).isEqualTo(1);

        two.close();
        two = new Node(one.database.url(), "two");

        assertThat(two.turns.come("gpu", 1, 1, () -> {}).before()).isZero();
        assertThat(one.turns.come("gpu", 1, 1, () -> {}).before()).isEqualTo(1);
    }

    @Test
    void whoseTurnCameInACommitThatWasNeverConfirmedIsNotWaitedFor() {
        try (var first = one.turns.come("gpu", 1, 1, () -> {})) {
            assertThat(first.before()).isZero();
            var second = one.turns.come("gpu", 1, 1, () -> {});
            assertThat(second.before()).isEqualTo(1);

            one.database.write(handle -> handle.execute("update model_turn set taken = 1 - taken"));

            assertThat(second.before()).isZero();
        }
    }
}
