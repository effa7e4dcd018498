package atelier.quota.budget;

import atelier.language.Sentence;

/// Whether money for a call was held back.
public sealed interface BudgetVerdict {
    /// @param id names it to [Budgets#settle]
    record Granted(String id) implements BudgetVerdict {}

    /// @param standing the budget that lacks the money
    /// @param most     what was asked for
    record Refused(BudgetStanding standing, Dollars most) implements BudgetVerdict {
        /// Short words such as `the person's budget of $5 for November is used up`.
        public Sentence said() {
            return BudgetWords.reason(standing, most);
        }

        /// The same in English.
        public String reason() {
            return said().inEnglish();
        }
    }
}
