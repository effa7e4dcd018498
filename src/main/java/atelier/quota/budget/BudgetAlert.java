package atelier.quota.budget;

import atelier.language.Sentence;
/// A budget has reached 50, 80 or 100 % of its limit. When several are reached at once, the highest is told alone.
///
/// @param percent  100 also when the rest is too little for a call that was asked for
/// @param standing of a budget with a limit
/// @param job      id of the work that led to it; empty for none
public record BudgetAlert(int percent, BudgetStanding standing, String job) {
    /// For the payer to read.
    public Sentence said() {
        return BudgetWords.alert(this);
    }

    /// The same in English, for logs.
    public String sentence() {
        return said().inEnglish();
    }
}
