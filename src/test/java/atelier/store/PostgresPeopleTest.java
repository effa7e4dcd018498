package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPeopleTest extends PeopleContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }
}
