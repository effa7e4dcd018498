package atelier.quota.budget;

import atelier.language.Sentence;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What people read about budgets.
final class BudgetWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

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

    static Sentence sentence(BudgetStanding standing) {
        var limit = standing.limit();
        var state = limit != null && limit.isZero() ? Sentence.of("budget.state.none") : spent(standing);
        return Sentence.of("budget.standing", "budget", second(standing.purse().payer()), "period", said(standing),
                "state",
                state, "end", end(standing));
    }

    private static Sentence spent(BudgetStanding standing) {
        var limit = standing.limit();
        var spent = standing.spent().text();
        var state = limit == null
                ? Sentence.of("budget.state.unlimited", "spent", spent)
                : Sentence.of("budget.state", "spent", spent, "limit", limit.text());
        return standing.held().isZero()
                ? state
                : Sentence.of("budget.held", "state", state, "held", standing.held().text());
    }

    static Sentence alert(BudgetAlert alert) {
        var standing = alert.standing();
        var limit = standing.limit() == null ? Dollars.ZERO : standing.limit();
        var key = alert.percent() < 100
                ? "budget.alert"
                : limit.isMoreThan(standing.spent()) ? "budget.alert.nearly" : "budget.alert.used";
        return Sentence.of(key, "budget", second(standing.purse().payer()), "limit", limit.text(), "period",
                said(standing), "percent", alert.percent(), "spent", standing.spent().text(), "end", end(standing));
    }

    private static Sentence said(BudgetStanding standing) {
        var purse = standing.purse();
        return switch (purse.period()) {
            case DAY -> Sentence.of("budget.today");
            case MONTH -> Sentence.of("budget.month", "start", purse.start().atStartOfDay(standing.end().getZone()));
        };
    }

    private static String period(BudgetStanding standing) {
        return standing.purse().period().words(standing.purse().start());
    }

    private static Sentence end(BudgetStanding standing) {
        return switch (standing.purse().period()) {
            case DAY -> Sentence.of("budget.end.DAY", "hour", HOUR.format(standing.end()));
            case MONTH -> Sentence.of("budget.end.MONTH", "end", standing.end());
        };
    }

    private static boolean isService(BudgetStanding standing) {
        return standing.purse().payer() instanceof Payer.Service;
    }

    /// To whoever asked, who need not be the payer.
    private static String third(Payer payer) {
        return switch (payer) {
            case Payer.Person _ -> "the person's";
            case Payer.Chat _ -> "the chat's";
            case Payer.Team _ -> "the team's";
            case Payer.Service() -> "the service's";
        };
    }

    /// To the payer.
    private static Sentence second(Payer payer) {
        return switch (payer) {
            case Payer.Person _ -> Sentence.of("budget.of.PERSON");
            case Payer.Chat _ -> Sentence.of("budget.of.CHAT");
            case Payer.Team _ -> Sentence.of("budget.of.TEAM");
            case Payer.Service() -> Sentence.of("budget.of.SERVICE");
        };
    }
}
