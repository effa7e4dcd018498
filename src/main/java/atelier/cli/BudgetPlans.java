package atelier.cli;

import atelier.config.BudgetSettings;
import atelier.config.Config;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.Dollars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The budgets of a configuration.
final class BudgetPlans {
    private static final Duration LEASE = Duration.ofHours(1);

    private BudgetPlans() {}

    static BudgetPlan of(Config config) {
        var persons = config.tiers().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> limits(entry.getValue().budget())));
        var longestJob = config.limits().job();
        return new BudgetPlan(limits(config.serviceBudget()), limits(config.teamBudget()), persons, config.timeZone(),
                LEASE.compareTo(longestJob) > 0 ? LEASE : longestJob.plusMinutes(1));
    }

    private static BudgetLimits limits(BudgetSettings settings) {
        return new BudgetLimits(dollars(settings.usdPerDay()), dollars(settings.usdPerMonth()));
    }

    private static @Nullable Dollars dollars(@Nullable BigDecimal usd) {
        return usd == null ? null : Dollars.of(usd);
    }
}
