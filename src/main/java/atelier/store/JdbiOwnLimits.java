package atelier.store;

import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.OwnLimits;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Limits people set for themselves, in the database.
public final class JdbiOwnLimits implements OwnLimits {
    private final Database database;

    public JdbiOwnLimits(Database database) {
        this.database = database;
    }

    @Override
    public BudgetLimits of(Payer payer) {
        var limits = new EnumMap<Period, Dollars>(Period.class);
        database.read(handle -> handle
                .createQuery("select period, micros from budget_limit where payer = :payer").bind("payer", payer.key())
                .map((row, _) -> Map.entry(Period.valueOf(row.getString("period")),
                        new Dollars(row.getLong("micros"))))
                .list()).forEach(limit -> limits.put(limit.getKey(), limit.getValue()));
        return new BudgetLimits(limits.get(Period.DAY), limits.get(Period.MONTH));
    }

    @Override
    public void set(Payer payer, Period period, @Nullable Dollars limit) {
        database.write(handle -> limit == null
                ? handle.createUpdate("delete from budget_limit where payer = :payer and period = :period")
                        .bind("payer", payer.key()).bind("period", period.name()).execute()
                : handle.createUpdate("""
                        insert into budget_limit (payer, period, micros) values (:payer, :period, :micros)
                        on conflict (payer, period) do update set micros = :micros""")
                        .bind("payer", payer.key()).bind("period", period.name()).bind("micros", limit.micros())
                        .execute());
    }
}
