package atelier.store;

import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.OwnLimits;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Limits people set for themselves, and those set for them, in the database.
public final class JdbiOwnLimits implements OwnLimits {
    /// Before the key of a payer whom a limit was set for.
    private static final String ALLOWED = "allowed:";

    private final Database database;

    public JdbiOwnLimits(Database database) {
        this.database = database;
    }

    /// Whether a row is about this payer, whoever set it.
    ///
    /// @param payer the SQL parameter that holds the payer's key
    static String isOf(String payer) {
        return "payer in (" + payer + ", '" + ALLOWED + "' || cast(" + payer + " as text))";
    }

    @Override
    public BudgetLimits of(Payer payer) {
        return limits(payer.key());
    }

    @Override
    public BudgetLimits allowed(Payer payer) {
        return limits(ALLOWED + payer.key());
    }

    private BudgetLimits limits(String key) {
        var limits = new EnumMap<Period, Dollars>(Period.class);
        database.read(handle -> handle
                .createQuery("select period, micros from budget_limit where payer = :payer").bind("payer", key)
                .map((row, _) -> Map.entry(Period.valueOf(row.getString("period")),
                        new Dollars(row.getLong("micros"))))
                .list()).forEach(limit -> limits.put(limit.getKey(), limit.getValue()));
        return new BudgetLimits(limits.get(Period.DAY), limits.get(Period.MONTH));
    }

    @Override
    public void set(Payer payer, Period period, @Nullable Dollars limit) {
        set(payer.key(), period, limit);
    }

    @Override
    public void allow(Payer payer, Period period, @Nullable Dollars limit) {
        set(ALLOWED + payer.key(), period, limit);
    }

    private void set(String key, Period period, @Nullable Dollars limit) {
        database.write(handle -> limit == null
                ? handle.createUpdate("delete from budget_limit where payer = :payer and period = :period")
                        .bind("payer", key).bind("period", period.name()).execute()
                : handle.createUpdate("""
                        insert into budget_limit (payer, period, micros) values (:payer, :period, :micros)
                        on conflict (payer, period) do update set micros = :micros""")
                        .bind("payer", key).bind("period", period.name()).bind("micros", limit.micros())
                        .execute());
    }
}
