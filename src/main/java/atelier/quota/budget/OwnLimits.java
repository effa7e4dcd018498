package atelier.quota.budget;

import org.jspecify.annotations.Nullable;

/// Limits beside the configured ones: those that people set for themselves and for their teams, and those that whoever runs the
/// service set for them, which they cannot lift. Each method is atomic and takes part in the transaction it is
/// called in.
public interface OwnLimits {
    BudgetLimits of(Payer payer);

    /// @param limit null takes it away
    void set(Payer payer, Period period, @Nullable Dollars limit);

    /// What whoever runs the service set for this payer.
    BudgetLimits allowed(Payer payer);

    /// @param limit null takes it away
    void allow(Payer payer, Period period, @Nullable Dollars limit);
}
