package atelier.quota.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetWordsTest {
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");
    private static final Payer ADA = new Payer.Person(7);
    private static final Payer TEAM = new Payer.Team("TELEGRAM:-42");
    private static final Payer SERVICE = new Payer.Service();

    @Test
    void aStandingSaysWhatIsSpentAndHeldAndWhenItBeginsAnew() {
        assertThat(month(ADA, 3.2, 0.4, Dollars.of(5)).sentence())
                .isEqualTo("Your budget for November: $3.20 of $5 spent,"
                        + " $0.40 held for answers under way. It begins anew on 1 December.");
        assertThat(month(TEAM, 0, 0, null).sentence())
                .isEqualTo("This team's budget for November: $0 spent, no limit. It begins anew on 1 December.");
        assertThat(month(SERVICE, 0, 0, Dollars.ZERO).sentence())
                .isEqualTo("The service's budget for November: no cloud spending. It begins anew on 1 December.");
        assertThat(
                standing(new Purse(ADA, Period.DAY, LocalDate.parse("2026-11-21")), 0.25, 0, Dollars.of(1)).sentence())
                .isEqualTo("Your budget for today: $0.25 of $1 spent. It begins anew at 00:00 CET.");
    }

    @Test
    void anAlertSaysHowFarItIsAndWhatHappensThen() {
        assertThat(new BudgetAlert(80, month(ADA, 4.1, 0, Dollars.of(5)), "").sentence())
                .isEqualTo("Your budget of $5 for November is 80 % spent: $4.10 so far. It begins anew on 1 December.");
        assertThat(new BudgetAlert(100, month(TEAM, 20, 0, Dollars.of(20)), "").sentence())
                .isEqualTo(
                        "This team's budget of $20 for November is used up. Cloud models answer again when it begins anew"
                                + " on 1 December; local models go on.");
    }

    @Test
    void whatTheWholeServiceMaySpendIsNotToldToPeople() {
        assertThat(new BudgetVerdict.Refused(month(SERVICE, 50, 0, Dollars.of(50)), Dollars.of(1)).reason())
                .isEqualTo("the service's budget for November is used up");
        assertThat(new BudgetVerdict.Refused(month(SERVICE, 49.5, 0, Dollars.of(50)), Dollars.of(1)).reason())
                .isEqualTo("the rest of the service's budget for November is less than this may cost");
    }

    private static BudgetStanding month(Payer payer, double spent, double held, @Nullable Dollars limit) {
        return standing(new Purse(payer, Period.MONTH, NOVEMBER), spent, held, limit);
    }

    private static BudgetStanding standing(Purse purse, double spent, double held, @Nullable Dollars limit) {
        return new BudgetStanding(purse, Dollars.of(spent), Dollars.of(held), limit,
                purse.end(ZoneId.of("Europe/Berlin")));
    }
}
