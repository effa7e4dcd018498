package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.generation.Spending;
import atelier.generation.Terms;
import atelier.language.Language;
import atelier.language.Phrases;
import atelier.quota.budget.BudgetAlert;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.Budgets;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import atelier.store.Database;
import atelier.store.JdbiAccounts;
import atelier.store.JdbiBudgetBook;
import atelier.store.JdbiOwnLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetedSpendingTest {
    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final List<BudgetAlert> alerts = new ArrayList<>();

    @Test
    void aCloudCallIsPaidByThePersonTheTeamAndTheServiceAndRefusedWithAShortReason(@TempDir Path folder) {
        try (var database = Database.sqlite(folder.resolve("atelier.db"))) {
            var accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
            var ada = accounts.of(new Sender(Platform.TELEGRAM, "1", "ada", Locale.ENGLISH)).id();
            var plan = new BudgetPlan(BudgetLimits.NONE, BudgetLimits.NONE,
                    Map.of("free", new BudgetLimits(null, Dollars.of(5))), ZoneOffset.UTC, Duration.ofHours(1));
            var budgets = new Budgets(plan, accounts, new JdbiBudgetBook(database, "node-1", clock),
                    new JdbiOwnLimits(database),
                    alerts::add, clock);
            Spending spending = new BudgetedSpending(budgets, UnaryOperator.identity());
            var cause = new Terms.Cause(ada, "TELEGRAM:-42", 7, "job-1", "GENERATE_CODE");

            assertThat(spending.hold(cause, 5)).isInstanceOfSatisfying(Spending.Hold.Granted.class,
                    granted -> spending.settle(granted.id(), 5));
            assertThat(spending.hold(cause, 0.01)).isInstanceOfSatisfying(Spending.Hold.Refused.class, refused -> {
                assertThat(refused.why().inEnglish()).isEqualTo("the person's budget of $5 for November is used up");
                assertThat(refused.why().in(Phrases.of(Language.GERMAN)))
                        .isEqualTo("das eigene Budget von $5 für November ist aufgebraucht");
            });
            assertThat(spending.hold(Terms.Cause.NONE, 0.01)).as("for nobody in particular")
                    .isInstanceOf(Spending.Hold.Granted.class);

            assertThat(budgets.standing(new Payer.Team("TELEGRAM:-42"), Period.DAY).spent()).isEqualTo(Dollars.of(5));
            assertThat(budgets.standing(new Payer.Service(), Period.MONTH).spent()).isEqualTo(Dollars.of(5));
            assertThat(alerts).extracting(BudgetAlert::percent, BudgetAlert::job)
                    .containsExactly(tuple(100, "job-1"));
        }
    }
}
