package atelier.store;

class SqlitePartingTest extends PartingContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
