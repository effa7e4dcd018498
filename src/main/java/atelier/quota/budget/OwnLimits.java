package atelier.quota.budget;

import org.jspecify.annotations.Nullable;

/// Smaller limits that people set for themselves and for their teams. Each method is atomic and takes part in the transaction it is
/// called in.
public interface OwnLimits {
    BudgetLimits of(Payer payer);

    /// @param limit null takes it away
    void set(Payer payer, Period period, @Nullable Dollars limit);
}
