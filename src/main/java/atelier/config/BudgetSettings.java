package atelier.config;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How many US dollars cloud models may cost. Null is no limit, zero no spending.
public record BudgetSettings(@Nullable BigDecimal usdPerDay, @Nullable BigDecimal usdPerMonth) {
    static final BudgetSettings NONE = new BudgetSettings(null, null);
}
