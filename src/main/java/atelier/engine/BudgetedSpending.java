package atelier.engine;

import atelier.generation.Spending;
import atelier.generation.Terms;
import atelier.quota.budget.BudgetVerdict;
import atelier.quota.budget.Budgets;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import java.util.function.UnaryOperator;

/// Pays for cloud models out of the budgets of the person, their team and the service.
public final class BudgetedSpending implements Spending {
    private final Budgets budgets;
    private final UnaryOperator<String> team;

    /// @param team key of the team a chat belongs to, by the chat's key; the same key where it belongs to none
    public BudgetedSpending(Budgets budgets, UnaryOperator<String> team) {
        this.budgets = budgets;
        this.team = team;
    }

    @Override
    public Hold hold(Terms.Cause cause, double mostUsd) {
        var expense = Expense.in(cause.account(), cause.team(), team.apply(cause.team()), cause.work());
        return switch (budgets.hold(expense, Dollars.atLeast(mostUsd))) {
            case BudgetVerdict.Granted(var id) -> new Hold.Granted(id);
            case BudgetVerdict.Refused refused -> new Hold.Refused(refused.said());
        };
    }

    @Override
    public void settle(String id, double usd) {
        budgets.settle(id, Dollars.of(usd));
    }
}
