package atelier.quota;

import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.BudgetVerdict;
import atelier.quota.budget.Budgets;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import atelier.store.Database;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiOwnLimits;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Whether 64 threads of 1,000 calls each can overrun one budget, and how fast money is held and booked meanwhile. A call may cost
/// 2 cents and does cost 1 to 20 thousandths; the budget is enough for about half of them. Run [#main]; it prints a line a database.
final class BudgetBenchmark {
    private static final int THREADS = 64;
    private static final int ROUNDS = 1000;
    private static final Dollars LIMIT = Dollars.of(336);
    private static final Dollars MOST = Dollars.of(0.02);

    private final Budgets budgets;
    private final long account;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong booked = new AtomicLong();
    private final AtomicLong highest = new AtomicLong();

    private BudgetBenchmark(Database database) {
        var clock = Clock.systemUTC();
        var tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
        var accounts = new JdbiAccounts(database, tiers, Set.of(), clock);
        account = accounts.of(new Sender(Platform.TELEGRAM, "1", "ada", Locale.ENGLISH)).id();
        var plan = new BudgetPlan(new BudgetLimits(null, LIMIT), BudgetLimits.NONE, Map.of("free", BudgetLimits.NONE),
                ZoneOffset.UTC, Duration.ofHours(1));
        budgets = new Budgets(plan, accounts, new JdbiBudgetBook(database, "node-1", clock),
                new JdbiOwnLimits(database),
                alert -> System.out.println("  alert: " + alert.sentence()), clock);
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("budget-benchmark");
        try (var database = Database.sqlite(folder.resolve("atelier.db"))) {
            new BudgetBenchmark(database).run("SQLite");
        }
        try (var server = EmbeddedPostgres.start();
                var database = Database.postgres(server.getJdbcUrl("postgres", "postgres"))) {
            new BudgetBenchmark(database).run("PostgreSQL");
        }
    }

    private void run(String name) {
        var began = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(THREADS)) {
            for (var thread = 0; thread < THREADS; thread++) {
                var number = thread;
                callers.execute(() -> calls(number));
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var end = budgets.standing(new Payer.Service(), Period.MONTH);
        System.out.printf(Locale.ROOT,
                "%-10s %d calls, %d granted, limit %s, spent %s (booked by callers %s), held %s, highest seen %s,"
                        + " overspent %s; %.0f s, %.0f calls/s%n",
                name, THREADS * ROUNDS, granted.get(), LIMIT.text(), end.spent().text(),
                new Dollars(booked.get()).text(), end.held().text(), new Dollars(highest.get()).text(),
                new Dollars(Math.max(end.spent().micros(), highest.get())).minus(LIMIT).text(), seconds,
                THREADS * ROUNDS / seconds);
    }

    private void calls(int thread) {
        for (var round = 0; round < ROUNDS; round++) {
            if (budgets.hold(new Expense(account, "TELEGRAM:" + thread % 8, ""),
                    MOST) instanceof BudgetVerdict.Granted(var id)) {
                granted.incrementAndGet();
                var cost = new Dollars(1000L * (1 + (thread * 31 + round) % 20));
                if (round % 50 == 0) {
                    look();
                }
                budgets.settle(id, cost);
                booked.addAndGet(cost.micros());
            }
        }
    }

    private void look() {
        var now = budgets.standing(new Payer.Service(), Period.MONTH);
        highest.accumulateAndGet(now.spent().plus(now.held()).micros(), Math::max);
    }
}
