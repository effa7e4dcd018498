package atelier.store;

class SqliteRecordsTest extends RecordsContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
