package atelier.store;

class SqliteNastyTextTest extends NastyTextContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }

    @Override
    boolean keepsNul() {
        return true;
    }
}
