package atelier.store;

class SqliteProviderKeysTest extends ProviderKeysContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
