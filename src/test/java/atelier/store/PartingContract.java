package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.account.link.Links.Agreed;
import atelier.account.link.Links.Said;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.conversation.Whose;
import atelier.quota.budget.BudgetBook;
import atelier.quota.budget.Dollars;
import atelier.quota.budget.Expense;
import atelier.quota.budget.Payer;
import atelier.quota.budget.Period;
import atelier.quota.budget.Purse;
import atelier.secret.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every database parts an account again, and what is counted when its halves join once more.
abstract class PartingContract {
    private static final Sender ADA = new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH);
    private static final Sender LOVELACE = new Sender(Platform.DISCORD, "4200", "lovelace", Locale.ENGLISH);
    private static final Identity ADAS_TELEGRAM = new Identity(Platform.TELEGRAM, "42", "ada");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at(TODAY + "T12:00:00Z");
    private final Tiers tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private Database database;
    private JdbiAccounts accounts;
    private JdbiLinks links;
    private JdbiLedger ledger;
    private long ada;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        accounts = new JdbiAccounts(database, tiers, new JdbiGrants(database, tiers, Offers.NONE, clock), Set.of(),
                clock);
        links = new JdbiLinks(database, new JdbiProviderKeys(database,
                new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)), clock), clock, ZoneOffset.UTC);
        ledger = new JdbiLedger(database, clock);
        ada = accounts.of(ADA).id();
        accounts.of(LOVELACE);
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    private static ReplyAddress at(Sender sender) {
        return ReplyAddress.in(new Chat(sender.platform(), sender.id(), true));
    }

    /// @return the account of both
    private long join() {
        var one = accounts.of(ADA).id();
        var other = accounts.of(LOVELACE).id();
        var asked = (Said.Asked) links.say(other, links.code(one, at(ADA)).orElseThrow(), at(LOVELACE));
        links.agree(one, asked.link());
        return ((Agreed.Joined) links.agree(other, asked.link())).account();
    }

    private int rows(String table, long account) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table + " where account_id = :it")
                .bind("it", account).mapTo(Integer.class).one());
    }

    private void spends(long account, double usd) {
        var book = new JdbiBudgetBook(database, "node-1", clock);
        var hold = new BudgetBook.Hold("h" + account + usd, new Expense(account, "", ""), TODAY, Dollars.of(usd));
        assertThat(book.hold(hold, Map.of())).isEmpty();
        book.settle(hold.id(), Dollars.of(usd));
    }

    private Dollars spent(long account) {
        return new JdbiBudgetBook(database, "node-1", clock)
                .balance(new Purse(new Payer.Person(account), Period.DAY, TODAY)).spent();
    }

    @Test
    void partingLeavesHistoryAndCarriesTodaysCount() {
        ledger.take(ada, TODAY, 25, "a", 20);
        join();
        new JdbiConversations(database, clock).current(Whose.of(ada, new Chat(Platform.TELEGRAM, "42", true)));

        assertThat(links.part(ada, ADAS_TELEGRAM)).isTrue();

        var fresh = accounts.of(ADA).id();
        assertThat(fresh).isNotEqualTo(ada);
        assertThat(accounts.of(LOVELACE).id()).isEqualTo(ada);
        assertThat(rows("conversation", fresh)).isZero();
        assertThat(rows("conversation", ada)).isOne();
        assertThat(ledger.used(fresh, TODAY)).isEqualTo(20);
        assertThat(ledger.take(fresh, TODAY, 25, "b", 6)).isFalse();
        assertThat(links.part(fresh, ADAS_TELEGRAM)).as("nobody left to part from").isFalse();
    }

    @Test
    void whatWasUsedBeforePartingCountsOnceWhenTheyJoinAgain() {
        ledger.take(ada, TODAY, 25, "a", 10);
        spends(ada, 2);
        var both = join();
        for (var round = 0; round < 3; round++) {
            links.part(both, ADAS_TELEGRAM);
            both = join();
            clock.advance(Duration.ofHours(1));

            assertThat(ledger.used(both, TODAY)).as("after parting %d times", round + 1).isEqualTo(10);
            assertThat(spent(both)).isEqualTo(Dollars.of(2));
        }
        assertThat(rows("parted_count", both)).isZero();
    }

    @Test
    void whatEachUsedWhilePartedIsAddedUp() {
        ledger.take(ada, TODAY, 25, "a", 10);
        spends(ada, 2);
        var both = join();
        links.part(both, ADAS_TELEGRAM);
        var telegram = accounts.of(ADA).id();
        var discord = accounts.of(LOVELACE).id();
        assertThat(ledger.take(telegram, TODAY, 25, "b", 4)).isTrue();
        assertThat(ledger.take(discord, TODAY, 25, "c", 6)).isTrue();
        spends(telegram, 0.5);
        ledger.settle("a", 7);

        both = join();

        assertThat(ledger.used(both, TODAY)).as("7 of before, 4 and 6").isEqualTo(17);
        assertThat(spent(both)).isEqualTo(Dollars.of(2.5));
        assertThat(ledger.take(both, TODAY, 25, "d", 9)).as("nothing was minted").isFalse();
        assertThat(ledger.take(both, TODAY, 25, "d", 8)).isTrue();
    }
}
