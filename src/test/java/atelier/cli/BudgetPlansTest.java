package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Config;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.Dollars;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetPlansTest {
    @Test
    void eachBudgetOfTheConfigurationIsInThePlanWhereItBelongs() {
        var plan = BudgetPlans.of(Config.load(null, Map.of(
                "ATELIER_BUDGET_SERVICE_USD_PER_DAY", "5", "ATELIER_BUDGET_SERVICE_USD_PER_MONTH", "50",
                "ATELIER_BUDGET_TEAM_USD_PER_MONTH", "20", "ATELIER_TIERS_PRO_BUDGET_USD_PER_DAY", "0.50",
                "ATELIER_TIERS_FREE_BUDGET_USD_PER_MONTH", "0", "ATELIER_TIME_ZONE", "Asia/Tokyo")));

        assertThat(plan.service()).isEqualTo(new BudgetLimits(Dollars.of(5), Dollars.of(50)));
        assertThat(plan.team()).isEqualTo(new BudgetLimits(null, Dollars.of(20)));
        assertThat(plan.persons()).containsOnly(Map.entry("free", new BudgetLimits(null, Dollars.ZERO)),
                Map.entry("pro", new BudgetLimits(Dollars.of(0.5), null)), Map.entry("studio", BudgetLimits.NONE));
        assertThat(plan.zone().getId()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void moneyIsNotTakenForForgottenWhileAJobMayStillRun() {
        assertThat(BudgetPlans.of(Config.load(null, Map.of())).lease()).isEqualTo(Duration.ofHours(1));
        assertThat(BudgetPlans.of(Config.load(null, Map.of("ATELIER_LIMITS_JOB", "3h"))).lease())
                .isGreaterThan(Duration.ofHours(3));
    }
}
