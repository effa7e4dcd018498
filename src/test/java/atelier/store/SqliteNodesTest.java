package atelier.store;

class SqliteNodesTest extends NodesContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
