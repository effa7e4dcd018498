package atelier.engine;

import atelier.store.Database;
import atelier.store.FreshPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPrivacyTest extends PrivacyContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open(Path folder) {
        return Database.postgres(SERVER.freshUrl());
    }
}
