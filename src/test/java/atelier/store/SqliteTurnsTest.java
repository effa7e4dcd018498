package atelier.store;

import atelier.engine.port.Wakes;
import atelier.generation.turn.Turns;
import atelier.generation.turn.TurnsContract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTurnsTest extends TurnsContract {
    @TempDir
    private Path folder;
    private Database database;
    private JdbiTurns one;
    private JdbiTurns two;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("atelier.db"));
        List.of("one", "two").forEach(new JdbiNodes(database)::beat);
        var wakes = new Heard();
        one = new JdbiTurns(database, "one", wakes);
        two = new JdbiTurns(database, "two", wakes);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Turns turns() {
        return one;
    }

    @Override
    protected Turns turnsElsewhere() {
        return two;
    }

    /// Whatever is told is heard at once.
    private static final class Heard implements Wakes {
        private final List<Runnable> actions = new CopyOnWriteArrayList<>();

        @Override
        public void wake(Matter matter) {
            actions.forEach(Runnable::run);
        }

        @Override
        public void on(Matter matter, Runnable action) {
            actions.add(action);
        }
    }
}
