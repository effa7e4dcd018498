package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCommunityTest extends CommunityContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }
}
