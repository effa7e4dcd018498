package atelier.quota.budget;

/// Whoever tells people that a budget runs out.
@FunctionalInterface
public interface BudgetAlerts {
    /// Called once for each mark of a limit in a period, inside the transaction that books it: what is stored here is stored
    /// together with the mark, or neither is. Must not wait for anything.
    void reached(BudgetAlert alert);
}
