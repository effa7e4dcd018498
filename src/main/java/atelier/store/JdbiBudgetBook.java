package atelier.store;

import atelier.quota.budget.BudgetBook;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import atelier.quota.budget.Purse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The budgets' book in the database: one row a purse, one a hold. Money is whole millionths of a dollar.
///
/// Every transaction touches purses in the order of [BudgetBook.Hold#purses()], so that on PostgreSQL none waits in a circle.
public final class JdbiBudgetBook implements BudgetBook {
    private final Database database;
    private final String node;
    private final InstantSource clock;

    /// @param node the process that asks models
    public JdbiBudgetBook(Database database, String node, InstantSource clock) {
        this.database = database;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Optional<Purse> hold(Hold hold, Map<Purse, Dollars> limits) {
        return database.write(handle -> {
            handle.savepoint("nothing_held");
            for (var purse : hold.purses()) {
                var limit = limits.get(purse);
                if (!reserve(handle, purse, hold.most(), limit == null ? Long.MAX_VALUE : limit.micros())) {
                    handle.rollbackToSavepoint("nothing_held");
                    return Optional.of(purse);
                }
            }
            insert(handle, hold);
            return Optional.empty();
        });
    }

    /// Comparing and reserving in one statement, so that no two calls can take the last of it.
    private static boolean reserve(Handle handle, Purse purse, Dollars most, long limit) {
        return bind(handle.createUpdate("""
                insert into budget_purse (payer, period, starts, spent, held, told_percent, told_limit)
                select :payer, :period, :starts, 0, :most, 0, 0 where :most <= :limit
                on conflict (payer, period, starts) do update set held = budget_purse.held + :most
                where budget_purse.spent + budget_purse.held + :most <= :limit"""), purse)
                .bind("most", most.micros()).bind("limit", limit).execute() == 1;
    }

    private void insert(Handle handle, Hold hold) {
        handle.createUpdate("""
                insert into budget_hold (id, account_id, chat, team, job_id, day, most, state, taken_at, node)
                values (:id, :account, :chat, :team, :job, :day, :most, 'held', :now, :node)""")
                .bind("id", hold.id()).bind("account", hold.expense().account()).bind("chat", hold.expense().chat())
                .bind("team", hold.expense().team()).bind("job", hold.expense().job())
                .bind("day", hold.day().toString())
                .bind("most", hold.most().micros()).bind("now", clock.instant().toEpochMilli()).bind("node", node)
                .execute();
    }

    @Override
    public Optional<Settled> settle(String id, Dollars cost) {
        return database.write(handle -> {
            if (finish(handle, id, "held", cost)) {
                var hold = find(handle, id);
                return Optional.of(new Settled(hold, book(handle, hold, hold.most(), cost)));
            }
            if (finish(handle, id, "released", cost)) {
                var hold = find(handle, id);
                return Optional.of(new Settled(hold, book(handle, hold, Dollars.ZERO, cost)));
            }
            return Optional.empty();
        });
    }

    private static boolean finish(Handle handle, String id, String before, Dollars cost) {
        return handle.createUpdate("""
                update budget_hold set state = 'settled', cost = :cost where id = :id and state = :before""")
                .bind("id", id).bind("before", before).bind("cost", cost.micros()).execute() == 1;
    }

    @Override
    public boolean release(String id) {
        return database.write(handle -> {
            var freed = handle.createUpdate("""
                    update budget_hold set state = 'released' where id = :id and state = 'held'""").bind("id", id)
                    .execute() == 1;
            if (freed) {
                var hold = find(handle, id);
                book(handle, hold, hold.most(), Dollars.ZERO);
            }
            return freed;
        });
    }

    private static Hold find(Handle handle, String id) {
        return handle.createQuery("select * from budget_hold where id = :id").bind("id", id)
                .map((row, _) -> new Hold(id,
                        new Expense(row.getLong("account_id"), row.getString("chat"), row.getString("team"),
                                row.getString("job_id")),
                        LocalDate.parse(row.getString("day")), new Dollars(row.getLong("most"))))
                .one();
    }

    private static List<Balance> book(Handle handle, Hold hold, Dollars freed, Dollars cost) {
        var balances = new ArrayList<Balance>();
        for (var purse : hold.purses()) {
            balances.add(bind(handle.createQuery("""
                    update budget_purse set held = held - :freed, spent = spent + :cost
                    where payer = :payer and period = :period and starts = :starts returning spent, held"""), purse)
                    .bind("freed", freed.micros()).bind("cost", cost.micros())
                    .map((row, _) -> balance(purse, row)).one());
        }
        return balances;
    }

    @Override
    public List<String> open(Instant takenBefore) {
        return database.read(handle -> handle
                .createQuery("select id from budget_hold where state = 'held' and taken_at < :before order by taken_at")
                .bind("before", takenBefore.toEpochMilli()).mapTo(String.class).list());
    }

    @Override
    public List<String> orphaned() {
        return database.read(handle -> handle.createQuery("""
                select id from budget_hold
                where state = 'held' and (node is null or node not in (select id from node)) order by taken_at""")
                .mapTo(String.class).list());
    }

    @Override
    public Balance balance(Purse purse) {
        return database.read(handle -> bind(handle.createQuery("""
                select spent, held from budget_purse
                where payer = :payer and period = :period and starts = :starts"""), purse)
                .map((row, _) -> balance(purse, row)).findOne()
                .orElseGet(() -> new Balance(purse, Dollars.ZERO, Dollars.ZERO)));
    }

    private static Balance balance(Purse purse, ResultSet row) throws SQLException {
        return new Balance(purse, new Dollars(row.getLong("spent")), new Dollars(row.getLong("held")));
    }

    @Override
    public boolean mark(Purse purse, Dollars limit, int percent) {
        return database.write(handle -> bind(handle.createUpdate("""
                update budget_purse set told_percent = :percent, told_limit = :limit
                where payer = :payer and period = :period and starts = :starts
                and (told_limit <> :limit or told_percent < :percent)"""), purse)
                .bind("limit", limit.micros()).bind("percent", percent).execute() == 1);
    }

    @Override
    public void forget(Instant takenBefore) {
        var day = LocalDate.ofInstant(takenBefore, ZoneOffset.UTC);
        database.write(handle -> handle
                .createUpdate("delete from budget_hold where state <> 'held' and taken_at < :before")
                .bind("before", takenBefore.toEpochMilli()).execute()
                + handle.createUpdate("delete from budget_purse where starts < :day and held = 0")
                        .bind("day", day.minusMonths(1).toString()).execute());
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Purse purse) {
        return statement.bind("payer", purse.payer().key()).bind("period", purse.period().name())
                .bind("starts", purse.start().toString());
    }
}
