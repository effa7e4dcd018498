package atelier.quota.budget;

import atelier.account.Accounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The limit that holds for a payer: what the operator configured or set for them, or their own where that is smaller.
final class Allowances {
    private final BudgetPlan plan;
    private final Accounts accounts;
    private final OwnLimits own;

    Allowances(BudgetPlan plan, Accounts accounts, OwnLimits own) {
        this.plan = plan;
        this.accounts = accounts;
        this.own = own;
    }

    BudgetLimits of(Payer payer) {
        return switch (payer) {
            case Payer.Person(var account) ->
                plan.person(accounts.byId(account).tier().name()).and(own.allowed(payer)).and(own.of(payer));
            case Payer.Chat _,Payer.Team _ -> allowed(payer).and(own.of(payer));
            case Payer.Service() -> plan.service();
        };
    }

    private BudgetLimits allowed(Payer team) {
        return plan.team().and(own.allowed(team));
    }

    /// Those purses that have a limit. A limit that a chat has set for itself takes the place of the one its team has set; what the
    /// operator allows teams holds for all its chats together.
    Map<Purse, Dollars> of(Expense expense, List<Purse> purses) {
        var limits = new HashMap<Payer, BudgetLimits>();
        expense.payers().forEach(payer -> limits.put(payer, of(payer)));
        var chat = expense.chat().isEmpty() ? BudgetLimits.NONE : own.of(new Payer.Chat(expense.chat()));
        var found = new HashMap<Purse, Dollars>();
        for (var purse : purses) {
            var isTheChats = purse.payer() instanceof Payer.Team && chat.of(purse.period()) != null;
            var limit = (isTheChats ? allowed(purse.payer()) : limits.getOrDefault(purse.payer(), BudgetLimits.NONE))
                    .of(purse.period());
            if (limit != null) {
                found.put(purse, limit);
            }
        }
        return found;
    }
}
