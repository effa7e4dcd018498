package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPartingTest extends PartingContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }
}
