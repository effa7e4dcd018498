package atelier.cli;

import atelier.config.Config;
import atelier.engine.port.Wakes;
import atelier.generation.Queueing;
import atelier.generation.turn.LocalTurns;
import atelier.generation.turn.Place;
import atelier.store.Database;
import atelier.store.JdbiTurns;
import atelier.store.PostgresWakes;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// News between this process and others on the same database, and the lines before models they all stand in.
///
/// @param postgres null where the process is alone
record News(Wakes wakes, @Nullable PostgresWakes postgres) implements AutoCloseable {
    static News of(Database database, String node) {
        if (!database.isShared()) {
            return new News(Wakes.none(), null);
        }
        var postgres = new PostgresWakes(database, node);
        return new News(postgres, postgres);
    }

    Queueing queueing(Config config, Database database, String node) {
        var turns = postgres == null ? new LocalTurns() : new JdbiTurns(database, node, wakes);
        var settings = config.queueing();
        var known = new HashMap<String, Integer>();
        know(known, config.ollama().url(), settings.ollama());
        know(known, config.lmStudio().url(), settings.lmStudio());
        return new Queueing(turns, new Queueing.Capacity(known, settings.members(), settings.cloud()),
                settings.patience());
    }

    private static void know(Map<String, Integer> known, @Nullable URI server, int atOnce) {
        if (server != null) {
            known.put(Place.of(server.toString()), atOnce);
        }
    }

    void start() {
        if (postgres != null) {
            postgres.start();
        }
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
