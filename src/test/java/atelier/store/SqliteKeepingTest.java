package atelier.store;

class SqliteKeepingTest extends KeepingContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
