package atelier.store;

class SqlitePeopleTest extends PeopleContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
