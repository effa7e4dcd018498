package atelier.quota.budget;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/// For how long a budget is meant. It turns at midnight in the budgets' time zone.
public enum Period {
    DAY, MONTH;

    /// The first day of the one that holds `day`.
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /// The first day of the next one.
    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /// The one that begins at `start`, in words: `today`, `November`.
    String words(LocalDate start) {
        return switch (this) {
            case DAY -> "today";
            case MONTH -> start.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }
}
