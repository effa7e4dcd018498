package atelier.quota.budget;

import org.jspecify.annotations.Nullable;

/// How much may be spent. Null is no limit, zero no spending.
public record BudgetLimits(@Nullable Dollars perDay, @Nullable Dollars perMonth) {
    public static final BudgetLimits NONE = new BudgetLimits(null, null);

    public @Nullable Dollars of(Period period) {
        return switch (period) {
            case DAY -> perDay;
            case MONTH -> perMonth;
        };
    }

    /// The smaller one of each.
    BudgetLimits and(BudgetLimits other) {
        return new BudgetLimits(smaller(perDay, other.perDay), smaller(perMonth, other.perMonth));
    }

    private static @Nullable Dollars smaller(@Nullable Dollars one, @Nullable Dollars other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isMoreThan(other) ? other : one;
    }
}
