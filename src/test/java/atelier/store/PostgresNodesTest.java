package atelier.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNodesTest extends NodesContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }
}
