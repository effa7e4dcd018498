package atelier.cli;

import atelier.config.Config;
import atelier.store.Database;
import atelier.store.DatabaseAddress;
import atelier.store.backup.DataPlaces;

/// The database a configuration names, and where the rest of the data is.
final class Databases {
    private Databases() {}

    static DatabaseAddress address(Config config) {
        var url = config.databaseUrl();
        return DatabaseAddress.of(url == null ? null : url.value(), config.dataDir());
    }

    static DataPlaces places(Config config) {
        return new DataPlaces(config.dataDir(), address(config), config.vaultKeyFile());
    }

    /// Opens it, made or migrated when needed.
    static Database open(Config config) {
        return address(config).open();
    }
}
