package atelier.quota.budget;

import atelier.language.Sentence;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Where a budget stands.
///
/// @param spent for calls that ended
/// @param held  for calls under way
/// @param limit null for none
/// @param end   when it begins anew
public record BudgetStanding(Purse purse, Dollars spent, Dollars held, @Nullable Dollars limit, ZonedDateTime end) {
    /// For the payer to read, with dollars and the date it begins anew.
    public Sentence said() {
        return BudgetWords.sentence(this);
    }

    /// For somebody else to read.
    ///
    /// @param whose how they name the payer
    public Sentence said(String whose) {
        return BudgetWords.sentence(this, whose);
    }

    /// The same in English, for logs.
    public String sentence() {
        return said().inEnglish();
    }
}
