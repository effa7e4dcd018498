package atelier.quota.budget;

import atelier.language.Sentence;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people read about budgets.
final class BudgetWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    private BudgetWords() {}

    /// Why nothing is held, for whoever asked. How much the whole service may spend is the operator's affair.
    static Sentence reason(BudgetStanding standing, Dollars most) {
        var limit = standing.limit();
        if (limit != null && limit.isZero()) {
            return Sentence.of("budget.refused.none", "budget", third(standing, null));
        }
        var budget = third(standing, isService(standing) ? null : limit);
        if (limit == null || !limit.isMoreThan(standing.spent())) {
            return Sentence.of("budget.refused.used", "budget", budget);
        }
        if (!standing.spent().plus(most).isMoreThan(limit)) {
            return Sentence.of("budget.refused.held", "budget", budget);
        }
        return isService(standing)
                ? Sentence.of("budget.refused.too-dear", "budget", budget)
                : Sentence.of("budget.refused.rest", "budget", budget, "rest",
                        limit.minus(standing.spent()).said(),
                        "most", most.said());
    }

    static Sentence sentence(BudgetStanding standing) {
        return sentence(standing, second(standing.purse().payer()));
    }

    /// @param whose who the payer is, as a sentence or as a name
    static Sentence sentence(BudgetStanding standing, Object whose) {
        var limit = standing.limit();
        var state = limit != null && limit.isZero() ? Sentence.of("budget.state.none") : spent(standing);
        return Sentence.of("budget.standing", "budget", whose, "period", said(standing),
                "state", state, "end", end(standing));
    }

    private static Sentence spent(BudgetStanding standing) {
        var limit = standing.limit();
        var spent = standing.spent().said();
        var state = limit == null
                ? Sentence.of("budget.state.unlimited", "spent", spent)
                : Sentence.of("budget.state", "spent", spent, "limit", limit.said());
        return standing.held().isZero()
                ? state
                : Sentence.of("budget.held", "state", state, "held", standing.held().said());
    }

    static Sentence alert(BudgetAlert alert) {
        var standing = alert.standing();
        var limit = standing.limit() == null ? Dollars.ZERO : standing.limit();
        var key = alert.percent() < 100
                ? "budget.alert"
                : limit.isMoreThan(standing.spent()) ? "budget.alert.nearly" : "budget.alert.used";
        return Sentence.of(key, "budget", second(standing.purse().payer()), "limit", limit.said(), "period",
                said(standing), "percent", alert.percent(), "spent", standing.spent().said(), "end", end(standing));
    }

    private static Sentence said(BudgetStanding standing) {
        var purse = standing.purse();
        return switch (purse.period()) {
            case DAY -> Sentence.of("budget.today");
            case MONTH -> Sentence.of("budget.month", "start", purse.start().atStartOfDay(standing.end().getZone()));
        };
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
    private static Sentence third(BudgetStanding standing, @Nullable Dollars limit) {
        var payer = switch (standing.purse().payer()) {
            case Payer.Person _ -> "PERSON";
            case Payer.Chat _ -> "CHAT";
            case Payer.Team _ -> "TEAM";
            case Payer.Service() -> "SERVICE";
        };
        return limit == null
                ? Sentence.of("budget.refused.budget", "payer", payer, "period", said(standing))
                : Sentence.of("budget.refused.budget.limited", "payer", payer, "period", said(standing), "limit",
                        limit.said());
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
