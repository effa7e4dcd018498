package atelier.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresRecordsTest extends RecordsContract {
    private static FreshPostgres server;

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
        return server.open();
    }
}
