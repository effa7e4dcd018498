package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNastyTextTest extends NastyTextContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }

    @Override
    boolean keepsNul() {
        return false;
    }
}
