package atelier.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }

    @Override
    Database reopen() {
        return open();
    }
}
