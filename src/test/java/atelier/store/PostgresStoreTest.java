package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStoreTest extends StoreContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    private String url = "";

    @Override
    Database open() {
        url = SERVER.freshUrl();
        return reopen();
    }

    @Override
    Database reopen() {
        return Database.postgres(url);
    }
}
