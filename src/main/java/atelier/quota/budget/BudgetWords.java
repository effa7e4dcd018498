package atelier.quota.budget;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What people read about budgets.
final class BudgetWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("'on' d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("'at' HH:mm zzz", Locale.ENGLISH);

    private BudgetWords() {}

    /// How much the whole service may spend is the operator's affair.
    static String reason(BudgetStanding standing, Dollars most) {
        var limit = standing.limit();
        var budget = third(standing.purse().payer()) + " budget" + (limit == null || isService(standing)
                ? ""
                : " of " + limit.text()) + " for " + period(standing);
        if (limit == null || !limit.isMoreThan(standing.spent())) {
            return limit != null && limit.isZero()
                    ? third(standing.purse().payer()) + " budget for " + period(standing)
                            + " allows no cloud models that cost money"
                    : budget + " is used up";
        }
        if (!standing.spent().plus(most).isMoreThan(limit)) {
            return "the rest of " + budget + " is held for answers under way";
        }
        return isService(standing)
                ? "the rest of " + budget + " is less than this may cost"
                : budget + " has " + limit.minus(standing.spent()).text() + " left, and this may cost " + most.text();
    }

    static String sentence(BudgetStanding standing) {
        var limit = standing.limit();
        var state = limit != null && limit.isZero() ? "no cloud spending" : spent(standing);
        return "%s budget for %s: %s. It begins anew %s.".formatted(second(standing.purse().payer()), period(standing),
                state, end(standing));
    }

    private static String spent(BudgetStanding standing) {
        var limit = standing.limit();
        return standing.spent().text() + (limit == null ? " spent, no limit" : " of " + limit.text() + " spent")
                + (standing.held().isZero() ? "" : ", " + standing.held().text() + " held for answers under way");
    }

    static String alert(BudgetAlert alert) {
        var standing = alert.standing();
        var whose = second(standing.purse().payer());
        var limit = standing.limit() == null ? Dollars.ZERO : standing.limit();
        var amount = limit.text() + " for " + period(standing);
        if (alert.percent() < 100) {
            return "%s budget of %s is %d %% spent: %s so far. It begins anew %s.".formatted(whose, amount,
                    alert.percent(), standing.spent().text(), end(standing));
        }
        var used = limit.isMoreThan(standing.spent())
                ? "%s budget of %s is as good as used up: %s is spent, and the next answer may cost more than the rest."
                        .formatted(whose, amount, standing.spent().text())
                : "%s budget of %s is used up.".formatted(whose, amount);
        return used + " Cloud models answer again when it begins anew %s; local models go on.".formatted(end(standing));
    }

    private static String period(BudgetStanding standing) {
        return standing.purse().period().words(standing.purse().start());
    }

    private static String end(BudgetStanding standing) {
        return switch (standing.purse().period()) {
            case DAY -> HOUR.format(standing.end());
            case MONTH -> DATE.format(standing.end());
        };
    }

    private static boolean isService(BudgetStanding standing) {
        return standing.purse().payer() instanceof Payer.Service;
    }

    /// To whoever asked, who need not be the payer.
    private static String third(Payer payer) {
        return switch (payer) {
            case Payer.Person _ -> "the person's";
            case Payer.Team _ -> "the team's";
            case Payer.Service() -> "the service's";
        };
    }

    /// To the payer.
    private static String second(Payer payer) {
        return switch (payer) {
            case Payer.Person _ -> "Your";
            case Payer.Team _ -> "This team's";
            case Payer.Service() -> "The service's";
        };
    }
}
