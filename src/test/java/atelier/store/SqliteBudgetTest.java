package atelier.store;

class SqliteBudgetTest extends BudgetContract {
    @Override
    Database open() {
        return Database.sqlite(folder.resolve("atelier.db"));
    }
}
