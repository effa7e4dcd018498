package atelier.quota.budget;

import atelier.account.Accounts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Money that may be spent, by person, team and service, a day and a month. Before a call the most it can cost is held back in every
/// budget it touches or in none; afterwards what it did cost is booked. So spent and held money together never exceed a limit,
/// however many calls run at once, as long as no call costs more than was held for it. Thread-safe.
///
/// Everything is counted, limited or not: a limit set later knows what went before.
public final class Budgets {
    private static final int[] MARKS = {100, 80, 50};
    /// From here on a call too dear for the rest means that the budget is at its end, not that the call is large.
    private static final int NEARLY = 80;

    private final BudgetPlan plan;
    private final Allowances allowances;
    private final BudgetBook book;
    private final OwnLimits own;
    private final BudgetAlerts alerts;
    private final InstantSource clock;

    public Budgets(BudgetPlan plan, Accounts accounts, BudgetBook book, OwnLimits own, BudgetAlerts alerts,
            InstantSource clock) {
        this.plan = plan;
        this.allowances = new Allowances(plan, accounts, own);
        this.book = book;
        this.own = own;
        this.alerts = alerts;
        this.clock = clock;
    }

    /// Holds back the most that one call can cost. Not to be called inside a transaction that waits for anything else.
    public BudgetVerdict hold(Expense expense, Dollars most) {
        var verdict = attempt(expense, most);
        if (verdict instanceof BudgetVerdict.Refused && releaseStale() > 0) {
            verdict = attempt(expense, most);
        }
        if (verdict instanceof BudgetVerdict.Refused(var standing, _)) {
            book.together(() -> tellOfRefusal(standing, most, expense.job()));
        }
        return verdict;
    }

    private BudgetVerdict attempt(Expense expense, Dollars most) {
        var hold = new BudgetBook.Hold(UUID.randomUUID().toString(), expense, today(), most);
        return book.together(() -> {
            var limits = allowances.of(expense, hold.purses());
            Optional<Purse> lacking = book.hold(hold, limits);
            return lacking.<BudgetVerdict>map(
                    purse -> new BudgetVerdict.Refused(standing(book.balance(purse), limits.get(purse)), most))
                    .orElseGet(() -> new BudgetVerdict.Granted(hold.id()));
        });
    }

    private boolean tellOfRefusal(BudgetStanding standing, Dollars most, String job) {
        var limit = standing.limit();
        var isAtItsEnd = limit != null && standing.spent().isPercentOf(NEARLY, limit)
                && standing.spent().plus(most).isMoreThan(limit);
        return tell(standing, isAtItsEnd ? 100 : mark(standing), job);
    }

    /// Books what a granted call did cost, also when that is more than was held; only the first time. Unknown ids are passed over.
    public void settle(String id, Dollars cost) {
        book.together(() -> {
            book.settle(id, cost).ifPresent(this::tellOfCost);
            return true;
        });
    }

    private void tellOfCost(BudgetBook.Settled settled) {
        var expense = settled.hold().expense();
        var limits = allowances.of(expense, settled.hold().purses());
        for (var balance : settled.balances()) {
            var standing = standing(balance, limits.get(balance.purse()));
            tell(standing, mark(standing), expense.job());
        }
    }

    private boolean tell(BudgetStanding standing, int percent, String job) {
        var limit = standing.limit();
        if (percent == 0 || limit == null || limit.isZero() || !book.mark(standing.purse(), limit, percent)) {
            return false;
        }
        alerts.reached(new BudgetAlert(percent, standing, job));
        return true;
    }

    private static int mark(BudgetStanding standing) {
        var limit = standing.limit();
        return limit == null
                ? 0
                : IntStream.of(MARKS).filter(percent -> standing.spent().isPercentOf(percent, limit)).findFirst()
                        .orElse(0);
    }

    /// Frees what dead nodes held and never settled.
    public int releaseOrphaned() {
        return (int) book.orphaned().stream().filter(book::release).count();
    }

    /// Frees what was held for longer than any call takes. A refusal does this by itself.
    ///
    /// One transaction each: many rows locked at once could make others wait in a circle.
    public int releaseStale() {
        return (int) book.open(clock.instant().minus(plan.lease())).stream().filter(book::release).count();
    }

    /// Where a payer's budget stands now.
    public BudgetStanding standing(Payer payer, Period period) {
        var purse = new Purse(payer, period, period.start(today()));
        return standing(book.balance(purse), allowances.of(payer).of(period));
    }

    /// The budgets with a limit that `expense` would touch, the person's first.
    public List<BudgetStanding> standings(Expense expense) {
        var purses = Purse.of(expense, today());
        var limits = allowances.of(expense, purses);
        return purses.stream().filter(limits::containsKey)
                .map(purse -> standing(book.balance(purse), limits.get(purse))).toList();
    }

    /// Sets a payer's own limit. It holds where it is smaller than what the operator allows.
    ///
    /// @param limit null takes it away
    /// @return where the budget stands then, with the limit that really holds
    /// @throws IllegalArgumentException for the service, whose limit the operator sets
    public BudgetStanding limit(Payer payer, Period period, @Nullable Dollars limit) {
        if (payer instanceof Payer.Service) {
            throw new IllegalArgumentException("the service's limit stands in its configuration");
        }
        return book.together(() -> {
            own.set(payer, period, limit);
            return standing(payer, period);
        });
    }

    /// Sets what whoever runs the service allows a payer, beside the configuration. The payer cannot lift it.
    ///
    /// @param limit null takes it away
    /// @throws IllegalArgumentException for the service, whose limit stands in its configuration
    public void allow(Payer payer, Period period, @Nullable Dollars limit) {
        if (payer instanceof Payer.Service) {
            throw new IllegalArgumentException("the service's limit stands in its configuration");
        }
        book.together(() -> {
            own.allow(payer, period, limit);
            return payer;
        });
    }

    /// Removes holds that ended before that instant, and days and months over a month older.
    public void forget(Instant before) {
        book.forget(before);
    }

    private BudgetStanding standing(BudgetBook.Balance balance, @Nullable Dollars limit) {
        return new BudgetStanding(balance.purse(), balance.spent(), balance.held(), limit,
                balance.purse().end(plan.zone()));
    }

    private LocalDate today() {
        return clock.instant().atZone(plan.zone()).toLocalDate();
    }
}
