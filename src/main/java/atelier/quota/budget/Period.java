package atelier.quota.budget;

import java.time.LocalDate;

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
}
