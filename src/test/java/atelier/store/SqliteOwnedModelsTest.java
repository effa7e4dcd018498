package atelier.store;

class SqliteOwnedModelsTest extends OwnedModelsContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
