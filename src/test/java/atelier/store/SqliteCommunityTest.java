package atelier.store;

class SqliteCommunityTest extends CommunityContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
