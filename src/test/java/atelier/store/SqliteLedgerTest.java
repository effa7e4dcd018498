package atelier.store;

class SqliteLedgerTest extends LedgerContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
