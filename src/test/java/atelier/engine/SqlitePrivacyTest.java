package atelier.engine;

import atelier.store.Database;
import java.nio.file.Path;

class SqlitePrivacyTest extends PrivacyContract {
    @Override
    Database open(Path folder) {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
