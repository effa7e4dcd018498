package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Account;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.chat.Platform;
import atelier.chat.Sender;
import atelier.quota.Quota;
import atelier.quota.Spend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every database counts messages.
abstract class LedgerContract {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final Sender ADA = new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH);

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T22:59:00Z");
    private final Tiers tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private Database database;
    private JdbiAccounts accounts;
    private JdbiLedger ledger;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        accounts = new JdbiAccounts(database, tiers, Set.of(), clock);
        ledger = new JdbiLedger(database, clock);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void exactlyTheLimitIsTakenHoweverManyTryAtOnce() throws InterruptedException, ExecutionException {
        var ada = accounts.of(ADA);
        var tries = new ArrayList<Callable<Boolean>>();
        for (var number = 0; number < 200; number++) {
            var job = "j" + number;
            tries.add(() -> ledger.take(ada.id(), DAY, 25, job, 1));
        }

        var granted = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : pool.invokeAll(tries)) {
                granted += result.get() ? 1 : 0;
            }
        }

        assertThat(granted).isEqualTo(25);
        assertThat(ledger.used(ada.id(), DAY)).isEqualTo(25);
    }

    @Test
    void aMessageIsTakenSettledAndReleasedOnce() {
        var ada = accounts.of(ADA).id();
        ledger.take(ada, DAY, 25, "kept", 1);
        ledger.take(ada, DAY, 25, "kept", 1);
        ledger.take(ada, DAY, 25, "lost", 1);
        assertThat(ledger.used(ada, DAY)).isEqualTo(2);

        ledger.settle("kept", 1);
        ledger.settle("kept", 0);
        ledger.settle("lost", 0);
        ledger.settle("lost", 0);

        assertThat(ledger.used(ada, DAY)).isEqualTo(1);
    }

    @Test
    void severalMessagesAreTakenAllOrNoneAndGivenBackOneByOne() {
        var ada = accounts.of(ADA).id();

        assertThat(ledger.take(ada, DAY, 5, "three", 3)).isTrue();
        assertThat(ledger.take(ada, DAY, 5, "too many", 3)).isFalse();
        assertThat(ledger.used(ada, DAY)).isEqualTo(3);
        assertThat(ledger.take(ada, DAY, 5, "two", 2)).isTrue();

        ledger.settle("three", 2);
        ledger.settle("three", 0);
        ledger.settle("two", 6);

        assertThat(ledger.used(ada, DAY)).isEqualTo(4);
    }

    @Test
    void piecesOfSeveralMessagesNeverTakeMoreThanTheLimitTogether() throws InterruptedException, ExecutionException {
        var ada = accounts.of(ADA);
        var tries = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < 60; number++) {
            var job = "j" + number;
            var count = 2 + number % 5;
            tries.add(() -> ledger.take(ada.id(), DAY, 25, job, count) ? count : 0);
        }

        var granted = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : pool.invokeAll(tries)) {
                granted += result.get();
            }
        }

        assertThat(granted).isBetween(24, 25);
        assertThat(ledger.used(ada.id(), DAY)).isEqualTo(granted);
    }

    @Test
    void theDayTurnsAtMidnightInItsZone() {
        var quota = new Quota(ledger, clock, ZoneId.of("Europe/Berlin"));
        var account = new Account(accounts.of(ADA).id(), new Tier("tiny", 1, 100, 1, true, 1),
                Locale.ENGLISH);

        assertThat(quota.reserve(account, "j1", 1)).isInstanceOf(Spend.Granted.class);
        assertThat(quota.reserve(account, "j2", 1)).isInstanceOfSatisfying(Spend.Refused.class,
                refused -> assertThat(refused.sentence().inEnglish()).contains("all 1 messages", "00:00"));

        clock.advance(Duration.ofMinutes(2));
        assertThat(quota.reserve(account, "j3", 1)).isInstanceOf(Spend.Granted.class);
    }
}
