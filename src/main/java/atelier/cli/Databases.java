package atelier.cli;

import atelier.config.Config;
import atelier.store.Database;
import java.nio.file.Path;

/// The database a configuration names.
final class Databases {
    private static final String SQLITE = "jdbc:sqlite:";

    private Databases() {}

    /// Opens it, made or migrated when needed.
    static Database open(Config config) {
        var url = config.databaseUrl() == null ? "" : config.databaseUrl().value();
        if (url.isEmpty()) {
            return Database.sqlite(config.dataDir().resolve("atelier.db"));
        }
        return url.startsWith(SQLITE)
                ? Database.sqlite(Path.of(url.substring(SQLITE.length())))
                : Database.postgres(url);
    }
}
