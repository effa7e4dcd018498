package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.SettableClock;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.quota.budget.BudgetAlert;
import atelier.quota.budget.BudgetLimits;
import atelier.quota.budget.BudgetPlan;
import atelier.quota.budget.BudgetStanding;
import atelier.quota.budget.BudgetVerdict;
import atelier.quota.budget.Budgets;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Budgets in any database.
abstract class BudgetContract {
    private static final String TEAM = "TELEGRAM:-42";
    private static final Payer SERVICE = new Payer.Service();
    private static final Tiers TIERS = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final List<BudgetAlert> alerts = new CopyOnWriteArrayList<>();
    private Database database;
    private long ada;
    private long bob;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        var accounts = new JdbiAccounts(database, TIERS, Set.of(), clock);
        ada = accounts.of(new Sender(Platform.TELEGRAM, "1", "ada", Locale.ENGLISH)).id();
        bob = accounts.of(new Sender(Platform.TELEGRAM, "2", "bob", Locale.ENGLISH)).id();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    private Budgets budgets(BudgetLimits service, BudgetLimits team, BudgetLimits person) {
        var plan = new BudgetPlan(service, team, Map.of("free", person), ZoneId.of("Europe/Berlin"),
                Duration.ofHours(1));
        return new Budgets(plan, new JdbiAccounts(database, TIERS, Set.of(), clock),
                new JdbiBudgetBook(database, "node-1", clock),
                new JdbiOwnLimits(database), alerts::add, clock);
    }

    private Budgets personal(double usdPerMonth) {
        return budgets(BudgetLimits.NONE, BudgetLimits.NONE, month(usdPerMonth));
    }

    private static BudgetLimits month(double usd) {
        return new BudgetLimits(null, Dollars.of(usd));
    }

    private static BudgetLimits day(double usd) {
        return new BudgetLimits(Dollars.of(usd), null);
    }

    private Expense byAda() {
        return new Expense(ada, TEAM, "job-1");
    }

    private static String held(Budgets budgets, Expense expense, double usd) {
        return budgets.hold(expense, Dollars.atLeast(usd)) instanceof BudgetVerdict.Granted(var id)
                ? id
                : "refused";
    }

    private static String refusal(Budgets budgets, Expense expense, double usd) {
        return budgets.hold(expense, Dollars.atLeast(usd)) instanceof BudgetVerdict.Refused refused
                ? refused.reason()
                : "granted";
    }

    private BudgetStanding ofAda(Budgets budgets) {
        return budgets.standing(new Payer.Person(ada), Period.MONTH);
    }

    @Test
    void whatACallDidCostIsBookedAndTheRestOfItsHoldIsFree() {
        var budgets = personal(5);

        var id = held(budgets, byAda(), 3);
        assertThat(ofAda(budgets)).extracting(BudgetStanding::spent, BudgetStanding::held)
                .containsExactly(Dollars.ZERO, Dollars.of(3));
        budgets.settle(id, Dollars.of(0.1234567));
        budgets.settle(id, Dollars.of(2));

        assertThat(ofAda(budgets)).extracting(BudgetStanding::spent, BudgetStanding::held)
                .containsExactly(new Dollars(123_457), Dollars.ZERO);
    }

    @Test
    void aCallThatCouldCostMoreThanIsLeftIsRefusedInEveryBudgetOrHeldInAll() {
        var budgets = budgets(month(2), month(10), month(5));

        assertThat(refusal(budgets, byAda(), 3)).contains("the service's budget for November");
        assertThat(ofAda(budgets).held()).as("nothing stays held after a refusal").isEqualTo(Dollars.ZERO);
        assertThat(held(budgets, byAda(), 2)).isNotEqualTo("refused");
        assertThat(List.of(new Payer.Person(ada), new Payer.Team(TEAM), SERVICE))
                .allSatisfy(payer -> assertThat(budgets.standing(payer, Period.DAY).held()).isEqualTo(Dollars.of(2)));
    }

    @Test
    void aChatsOwnLimitTakesThePlaceOfItsTeamsButNotOfWhatTheOperatorAllows() {
        var budgets = budgets(BudgetLimits.NONE, day(10), BudgetLimits.NONE);
        var chat = new Payer.Chat("DISCORD:7");
        var team = new Payer.Team("DISCORD:server:1");
        var inChat = Expense.in(ada, chat.chatKey(), team.place(), "");
        var beside = Expense.in(ada, "DISCORD:8", team.place(), "");
        budgets.limit(team, Period.DAY, Dollars.of(3));
        budgets.settle(held(budgets, beside, 2), Dollars.of(2));

        assertThat(refusal(budgets, inChat, 2)).contains("the team's budget of $3");
        budgets.limit(chat, Period.DAY, Dollars.of(5));
        budgets.settle(held(budgets, inChat, 4), Dollars.of(4));
        assertThat(refusal(budgets, inChat, 2)).contains("the chat's budget of $5");
        assertThat(refusal(budgets, beside, 1)).contains("the team's budget of $3");
        budgets.limit(chat, Period.DAY, Dollars.of(100));
        assertThat(refusal(budgets, inChat, 5)).contains("the team's budget of $10");
        assertThat(List.of(budgets.standing(chat, Period.DAY), budgets.standing(team, Period.DAY)))
                .extracting(BudgetStanding::spent).containsExactly(Dollars.of(4), Dollars.of(6));
        assertThat(held(budgets, Expense.in(ada, "DISCORD:9", "DISCORD:server:2", ""), 3)).isNotEqualTo("refused");
    }

    @Test
    void peopleHaveBudgetsOfTheirOwnAndATeamSharesOne() {
        var budgets = budgets(BudgetLimits.NONE, day(3), day(2));

        held(budgets, byAda(), 2);

        assertThat(refusal(budgets, byAda(), 0.5)).contains("the person's budget of $2 for today");
        assertThat(refusal(budgets, new Expense(bob, TEAM, ""), 1.5)).contains("the team's budget of $3 for today");
        assertThat(held(budgets, new Expense(bob, "TELEGRAM:-43", ""), 1.5)).isNotEqualTo("refused");
        assertThat(held(budgets, new Expense(bob, "", ""), 0.5)).isNotEqualTo("refused");
    }

    @Test
    void theReasonOfARefusalSaysWhatIsWrong() {
        var budgets = personal(5);
        var open = held(budgets, byAda(), 4.97);
        assertThat(refusal(budgets, byAda(), 0.04))
                .isEqualTo("the rest of the person's budget of $5 for November is held for answers under way");

        budgets.settle(open, Dollars.of(4.97));
        assertThat(refusal(budgets, byAda(), 0.04))
                .isEqualTo("the person's budget of $5 for November has $0.03 left, and this may cost $0.04");

        budgets.settle(held(budgets, byAda(), 0.03), Dollars.of(0.03));
        assertThat(refusal(budgets, byAda(), 0.01))
                .isEqualTo("the person's budget of $5 for November is used up");
    }

    @Test
    void aBudgetOfNothingRefusesWhatCostsMoneyAndNoLimitRefusesNothing() {
        assertThat(refusal(personal(0), byAda(), 0.000_000_1))
                .isEqualTo("the person's budget for November allows no cloud models that cost money");
        assertThat(held(personal(0), byAda(), 0)).as("what costs nothing").isNotEqualTo("refused");
        assertThat(alerts).isEmpty();

        var unlimited = budgets(BudgetLimits.NONE, BudgetLimits.NONE, BudgetLimits.NONE);
        assertThat(held(unlimited, byAda(), Double.POSITIVE_INFINITY)).isNotEqualTo("refused");
    }

    @Test
    void aCostAboveItsHoldIsBookedToo() {
        var budgets = personal(5);

        budgets.settle(held(budgets, byAda(), 1), Dollars.of(6));

        assertThat(ofAda(budgets).spent()).isEqualTo(Dollars.of(6));
        assertThat(refusal(budgets, byAda(), 0.01)).contains("used up");
    }

    @Test
    void dayAndMonthTurnAtMidnightInTheirZoneAndACostStaysWhereItWasHeld() {
        var budgets = personal(5);
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T22:59:00Z")));
        var late = held(budgets, byAda(), 5);
        assertThat(refusal(budgets, byAda(), 1)).contains("November");
        assertThat(ofAda(budgets).end()).isEqualTo("2026-12-01T00:00+01:00[Europe/Berlin]");

        clock.advance(Duration.ofMinutes(2));
        assertThat(held(budgets, byAda(), 5)).isNotEqualTo("refused");
        budgets.settle(late, Dollars.of(4));

        assertThat(ofAda(budgets)).extracting(BudgetStanding::spent, BudgetStanding::held)
                .containsExactly(Dollars.ZERO, Dollars.of(5));
    }

    @Test
    void whatACrashLeftHeldIsFreeAtTheNextStartOrAfterAnHourAndALateCostIsStillBooked() {
        var budgets = personal(5);
        var lost = held(budgets, byAda(), 5);
        clock.advance(Duration.ofMinutes(59));
        assertThat(refusal(budgets, byAda(), 1)).contains("held for answers under way");

        clock.advance(Duration.ofMinutes(2));
        var second = held(budgets, byAda(), 5);
        assertThat(second).isNotEqualTo("refused");
        budgets.settle(lost, Dollars.of(0.5));
        assertThat(ofAda(budgets).spent()).isEqualTo(Dollars.of(0.5));

        assertThat(budgets.releaseOrphaned()).isEqualTo(1);
        assertThat(ofAda(budgets).held()).isEqualTo(Dollars.ZERO);
    }

    @Test
    void peopleMaySetSmallerLimitsButNoLargerOnes() {
        var budgets = budgets(BudgetLimits.NONE, BudgetLimits.NONE, month(5));
        var person = new Payer.Person(ada);
        var team = new Payer.Team(TEAM);

        assertThat(budgets.limit(person, Period.MONTH, Dollars.of(2)).limit()).isEqualTo(Dollars.of(2));
        assertThat(budgets.limit(team, Period.DAY, Dollars.of(1)).limit()).isEqualTo(Dollars.of(1));
        assertThat(refusal(budgets, byAda(), 3)).contains("the person's budget of $2");
        assertThat(refusal(budgets, byAda(), 1.5)).contains("the team's budget of $1");
        assertThat(held(budgets, new Expense(bob, "", ""), 3)).isNotEqualTo("refused");

        assertThat(budgets.limit(person, Period.MONTH, Dollars.of(50)).limit()).isEqualTo(Dollars.of(5));
        assertThat(budgets.limit(person, Period.MONTH, null).limit()).isEqualTo(Dollars.of(5));
        assertThat(budgets.limit(team, Period.DAY, null).limit()).isNull();
        assertThatThrownBy(() -> budgets.limit(SERVICE, Period.DAY, Dollars.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyLiftsWhatTheOperatorSetForThem() {
        var budgets = budgets(BudgetLimits.NONE, BudgetLimits.NONE, month(50));
        var person = new Payer.Person(ada);
        var team = new Payer.Team(TEAM);
        budgets.allow(person, Period.MONTH, Dollars.of(2));
        budgets.allow(team, Period.DAY, Dollars.of(1));

        assertThat(budgets.limit(person, Period.MONTH, Dollars.of(20)).limit()).isEqualTo(Dollars.of(2));
        assertThat(budgets.limit(person, Period.MONTH, null).limit()).isEqualTo(Dollars.of(2));
        assertThat(budgets.limit(team, Period.DAY, null).limit()).isEqualTo(Dollars.of(1));
        assertThat(refusal(budgets, new Expense(ada, "", ""), 3)).contains("the person's budget of $2");
        assertThat(refusal(budgets, byAda(), 1.5)).contains("the team's budget of $1");

        budgets.limit(person, Period.MONTH, Dollars.of(1));
        budgets.allow(person, Period.MONTH, null);
        assertThat(budgets.standing(person, Period.MONTH).limit()).as("their own stays").isEqualTo(Dollars.of(1));
    }

    @Test
    void eachMarkIsAnnouncedOnce() {
        var budgets = personal(10);
        for (var spent = 0; spent < 10; spent++) {
            budgets.settle(held(budgets, byAda(), 1), Dollars.of(1));
        }
        refusal(budgets, byAda(), 1);

        assertThat(alerts).extracting(BudgetAlert::percent).containsExactly(50, 80, 100);
        assertThat(alerts.getFirst().standing().spent()).isEqualTo(Dollars.of(5));
        assertThat(alerts).extracting(BudgetAlert::job).containsOnly("job-1");

        clock.advance(Duration.ofDays(10));
        budgets.settle(held(budgets, byAda(), 9), Dollars.of(9));
        assertThat(alerts).extracting(BudgetAlert::percent).as("anew in December").containsExactly(50, 80, 100, 80);
    }

    @Test
    void anotherLimitHasMarksOfItsOwn() {
        var budgets = personal(10);
        budgets.settle(held(budgets, byAda(), 4), Dollars.of(4));

        budgets.limit(new Payer.Person(ada), Period.MONTH, Dollars.of(4));
        refusal(budgets, byAda(), 1);
        refusal(budgets, byAda(), 1);

        assertThat(alerts).singleElement().extracting(BudgetAlert::percent).isEqualTo(100);
    }

    @Test
    void aBudgetWhoseRestIsTooSmallCountsAsUsedUpButALargeCallDoesNotMakeItSo() {
        var budgets = personal(10);
        budgets.settle(held(budgets, byAda(), 4), Dollars.of(4));
        refusal(budgets, byAda(), 7);
        assertThat(alerts).as("the call was too large").isEmpty();

        budgets.settle(held(budgets, byAda(), 5.9), Dollars.of(5.9));
        refusal(budgets, byAda(), 0.2);

        assertThat(alerts).extracting(BudgetAlert::percent).containsExactly(80, 100);
        assertThat(alerts.getLast().sentence()).isEqualTo("Your budget of $10 for November is as good as used up: $9.90"
                + " is spent, and the next answer may cost more than the rest. Cloud models answer again when it begins anew"
                + " on 1 December; local models go on.");
    }

    @Test
    void anAlertIsStoredTogetherWithTheCostOrNeitherIs() {
        var budgets = personal(1);
        var id = held(budgets, byAda(), 1);

        assertThatThrownBy(() -> database.inTransaction(() -> {
            budgets.settle(id, Dollars.of(1));
            throw new IllegalStateException("power cut");
        })).hasMessage("power cut");
        assertThat(ofAda(budgets).held()).isEqualTo(Dollars.of(1));
        budgets.settle(id, Dollars.of(1));

        assertThat(alerts).extracting(BudgetAlert::percent).as("told again, since the first was undone")
                .containsExactly(100, 100);
    }

    @Test
    void oldRowsAreForgottenAndTheMonthUnderWayStays() {
        var budgets = personal(5);
        budgets.settle(held(budgets, byAda(), 1), Dollars.of(1));

        clock.advance(Duration.ofDays(9));
        budgets.forget(clock.instant());
        assertThat(ofAda(budgets).spent()).isEqualTo(Dollars.of(1));

        clock.advance(Duration.ofDays(60));
        budgets.forget(clock.instant());
        for (var table : List.of("budget_purse", "budget_hold")) {
            assertThat(database.<Integer>read(handle -> handle.createQuery("select count(*) from " + table)
                    .mapTo(Integer.class).one())).as(table).isZero();
        }
    }

    @Test
    void sixtyFourAtOnceNeverHoldOrSpendMoreThanTheLimit() {
        var limit = Dollars.of(1);
        var budgets = budgets(month(1), BudgetLimits.NONE, month(0.8));
        var seen = new ConcurrentLinkedQueue<Dollars>();
        var granted = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < 64; caller++) {
                var expense = new Expense(caller % 2 == 0 ? ada : bob, "TELEGRAM:" + caller % 5, "");
                callers.execute(() -> {
                    for (var round = 0; round < 5; round++) {
                        var id = held(budgets, expense, 0.03);
                        var service = budgets.standing(SERVICE, Period.MONTH);
                        seen.add(service.spent().plus(service.held()));
                        if (!id.equals("refused")) {
                            granted.incrementAndGet();
                            budgets.settle(id, Dollars.of(0.01));
                        }
                    }
                });
            }
        }

        // Who was refused because others held so much came too early; what those gave back is there for whoever comes now.
        for (var person : List.of(ada, bob)) {
            var late = new Expense(person, "TELEGRAM:9", "");
            for (var id = held(budgets, late, 0.03); !id.equals("refused"); id = held(budgets, late, 0.03)) {
                granted.incrementAndGet();
                budgets.settle(id, Dollars.of(0.01));
            }
        }
        var service = budgets.standing(SERVICE, Period.MONTH);
        assertThat(seen).hasSize(320).noneMatch(sum -> sum.isMoreThan(limit));
        assertThat(service.held()).isEqualTo(Dollars.ZERO);
        assertThat(service.spent().micros()).isEqualTo(granted.get() * 10_000L)
                .as("the budget was really used").isGreaterThan(900_000);
        assertThat(alerts.stream().filter(alert -> alert.standing().purse().payer().equals(SERVICE)))
                .extracting(BudgetAlert::percent).doesNotHaveDuplicates();
    }
}
