package atelier.quota.budget;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The money of one payer in one day or month.
///
/// @param start its first day
public record Purse(Payer payer, Period period, LocalDate start) {
    /// All that an expense on that day is paid from, always in the same order.
    static List<Purse> of(Expense expense, LocalDate day) {
        return expense.payers().stream().flatMap(payer -> of(payer, day)).toList();
    }

    private static Stream<Purse> of(Payer payer, LocalDate day) {
        return Arrays.stream(Period.values()).map(period -> new Purse(payer, period, period.start(day)));
    }

    /// When it begins anew.
    ZonedDateTime end(ZoneId zone) {
        return period.next(start).atStartOfDay(zone);
    }
}
