package atelier.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresStoreTest extends StoreContract {
    private static FreshPostgres server;

    private String url = "";

    @BeforeAll
    static void start() throws IOException {
        server = new FreshPostgres();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    Database open() {
        url = server.freshUrl();
        return reopen();
    }

    @Override
    Database reopen() {
        return Database.postgres(url);
    }
}
