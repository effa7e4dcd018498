package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.account.Identity;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.account.link.Links;
import atelier.account.link.Links.Agreed;
import atelier.account.link.Links.Said;
import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.chat.ReplyAddress;
import atelier.chat.Sender;
import atelier.chat.Standing;
import atelier.engine.port.Outbox;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.secret.SecretText;
import atelier.secret.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How every database makes one account of two.
abstract class PeopleContract {
    private static final Sender ADA = new Sender(Platform.TELEGRAM, "42", "ada", Locale.ENGLISH);
    private static final Sender LOVELACE = new Sender(Platform.DISCORD, "4200", "lovelace", Locale.ENGLISH);
    private static final String TODAY = "2026-11-21";
    private static final Origin ORIGIN = Origin.of("https://models.example.org");

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at(TODAY + "T12:00:00Z");
    private final Tiers tiers = new Tiers(Map.of("free", new Tier("free", 25, 100, 1, true, 1)), "free");
    private Database database;
    private JdbiAccounts accounts;
    private JdbiLinks links;
    private JdbiProviderKeys keys;
    private long ada;
    private long lovelace;

    abstract Database open();

    @BeforeEach
    void connect() {
        database = open();
        accounts = new JdbiAccounts(database, tiers, new JdbiGrants(database, tiers, Offers.NONE, clock), Set.of(),
                clock);
        keys = new JdbiProviderKeys(database, new Vault(folder.resolve("vault.key"), new JdbiDataKeys(database)),
                clock);
        links = new JdbiLinks(database, keys, clock, ZoneOffset.UTC);
        ada = accounts.of(ADA).id();
        lovelace = accounts.of(LOVELACE).id();
    }

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void everyTableThatNamesAnAccountIsJoined() {
        var named = new TreeSet<>(database.<Set<String>>read(PeopleContract::tablesWithAccounts));
        named.removeAll(AccountMerge.TABLES.keySet());

        assertThat(named).describedAs("tables that AccountMerge does not know").isEmpty();
    }

    @Test
    void aGuessedLanguageGivesWayToOneThatWasTold() {
        var guessed = new Sender(Platform.DISCORD, "77", "gus", Locale.ENGLISH, Standing.UNKNOWN, true);
        var elsewhere = new Sender(Platform.DISCORD, "77", "gus", Locale.FRENCH, Standing.UNKNOWN, true);
        var told = new Sender(Platform.DISCORD, "77", "gus", Locale.GERMAN);

        assertThat(accounts.of(guessed).locale()).isEqualTo(Locale.ENGLISH);
        assertThat(accounts.of(elsewhere).locale()).isEqualTo(Locale.FRENCH);
        assertThat(accounts.byId(accounts.of(elsewhere).id()).locale()).isEqualTo(Locale.FRENCH);
        assertThat(accounts.of(told).locale()).isEqualTo(Locale.GERMAN);
        assertThat(accounts.of(guessed).locale()).isEqualTo(Locale.GERMAN);
        assertThat(accounts.byId(accounts.of(guessed).id()).locale()).isEqualTo(Locale.GERMAN);
        assertThat(accounts.of(new Sender(Platform.DISCORD, "77", "gus", Locale.FRENCH)).locale())
                .isEqualTo(Locale.FRENCH);
    }

    @Test
    void nothingNamesTheAccountThatIsGone() {
        database.write(handle -> {
            fill(handle, ada);
            fill(handle, lovelace);
            return true;
        });
        keep(lovelace, "gemini", "key-of-lovelace");
        assertThat(AccountMerge.TABLES.keySet()).filteredOn(table -> !table.equals("erased_account"))
                .allSatisfy(table -> assertThat(rows(table, lovelace)).as(table).isPositive());

        join();

        assertThat(AccountMerge.TABLES.keySet())
                .allSatisfy(table -> assertThat(rows(table, lovelace)).as(table).isZero());
        assertThat(rows("budget_limit", ada)).as("theirs, and what the operator set").isEqualTo(2);
        assertThat(accounts.of(LOVELACE).id()).isEqualTo(ada);
        assertThat(accounts.identities(ada)).extracting(Identity::key).containsExactly("discord:4200", "telegram:42");
    }

    @Test
    void whatBothUsedIsAddedUpAndNeverMinted() {
        var ledger = new JdbiLedger(database, clock);
        var day = LocalDate.parse(TODAY);
        for (var i = 0; i < 20; i++) {
            ledger.take(ada, day, 25, "a" + i, 1);
            ledger.take(lovelace, day, 25, "l" + i, 1);
        }
        ledger.settle("l0", 0);

        join();

        assertThat(ledger.used(ada, day)).isEqualTo(39);
        assertThat(ledger.take(ada, day, 25, "more", 1)).isFalse();
        ledger.settle("l1", 0);
        assertThat(ledger.used(ada, day)).isEqualTo(38);
        assertThat(ledger.charges(ada, day)).hasSize(40);
    }

    @Test
    void keysOpenForTheAccountThatIsLeft() {
        keep(lovelace, "gemini", "key-of-lovelace");
        keep(lovelace, "openai", "other-of-lovelace");
        keep(ada, "openai", "key-of-ada");

        assertThat(((Agreed.Joined) join()).dropped()).isOne();

        assertThat(used(ada, "gemini")).isEqualTo("key-of-lovelace");
        assertThat(used(ada, "openai")).isEqualTo("key-of-ada");
    }

    private void keep(long account, String provider, String key) {
        try (var secret = SecretText.of(key)) {
            keys.keep(new Owner.Person(account), provider, ORIGIN, secret);
        }
    }

    private String used(long account, String provider) {
        try (var secret = keys.use(new Owner.Person(account), provider, ORIGIN).orElseThrow()) {
            return secret.value();
        }
    }

    @Test
    void messagesStillToBeSentBelongToTheAccountThatIsLeft() {
        var outbox = new JdbiOutbox(database, "node-1", clock);
        outbox.add(new Outbox.Draft(lovelace, at(LOVELACE), false, "“\"account\":" + ada + ",”", List.of(), List.of()),
                false);
        outbox.add(new Outbox.Draft(ada, at(ADA), false, "“\"account\":" + lovelace + ",”", List.of(), List.of()),
                false);

        join();

        for (var chat : outbox.chatsDue()) {
            assertThat(outbox.takeNext(chat).orElseThrow().draft().account()).as(chat.key()).isEqualTo(ada);
        }
        assertThat(outbox.waiting()).isEqualTo(2);
    }

    @Test
    void aCodeIsGoodOnceAndForTenMinutes() {
        var old = links.code(ada, at(ADA)).orElseThrow();
        clock.advance(Links.CODE_LIFE);
        assertThat(links.say(lovelace, old, at(LOVELACE))).isInstanceOf(Said.Wrong.class);

        var code = links.code(ada, at(ADA)).orElseThrow();
        assertThat(links.say(ada, code, at(ADA))).isInstanceOf(Said.Own.class);
        assertThat(links.say(lovelace, code.toLowerCase(Locale.ROOT).replace("-", " "), at(LOVELACE)))
                .isInstanceOf(Said.Asked.class);
        var third = accounts.of(new Sender(Platform.WEB, "7", "third", Locale.ENGLISH)).id();
        assertThat(links.say(third, code, at(LOVELACE))).isInstanceOf(Said.Wrong.class);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOldOne() {
        var old = links.code(ada, at(ADA)).orElseThrow();
        assertThat(links.code(ada, at(ADA))).isPresent();

        assertThat(links.say(lovelace, old, at(LOVELACE))).isInstanceOf(Said.Wrong.class);
    }

    @Test
    void codesAreNotToBeGuessedOrHoarded() {
        for (var i = 0; i < Links.MOST_AN_HOUR; i++) {
            assertThat(links.code(ada, at(ADA))).isPresent();
            assertThat(links.say(lovelace, "AAAA-AAA" + (i + 2), at(LOVELACE))).isInstanceOf(Said.Wrong.class);
        }
        assertThat(links.code(ada, at(ADA))).isEmpty();
        assertThat(links.say(lovelace, "AAAA-AAAA", at(LOVELACE))).isInstanceOf(Said.TooMany.class);

        clock.advance(Duration.ofMinutes(61));
        assertThat(links.code(ada, at(ADA))).isPresent();
    }

    @Test
    void onlyAHashOfTheCodeIsKept() {
        var code = links.code(ada, at(ADA)).orElseThrow();

        assertThat(database.<String>read(handle -> handle.createQuery("select code_hash from account_link")
                .mapTo(String.class).one())).hasSize(64).doesNotContain(code.substring(0, 4));
    }

    @Test
    void oneSideAloneJoinsNothing() {
        var link = asked();

        assertThat(links.agree(ada, link)).isInstanceOf(Agreed.Waiting.class);
        assertThat(links.agree(ada, link)).isInstanceOf(Agreed.Waiting.class);
        assertThat(accounts.of(LOVELACE).id()).isEqualTo(lovelace);
        assertThat(links.refuse(lovelace, link)).isPresent();
        assertThat(links.agree(lovelace, link)).isInstanceOf(Agreed.Gone.class);
    }

    @Test
    void strangersAndLateOnesAgreeToNothing() {
        var link = asked();
        var mallory = accounts.of(new Sender(Platform.WEB, "666", "mallory", Locale.ENGLISH)).id();
        assertThat(links.agree(mallory, link)).isInstanceOf(Agreed.Gone.class);
        assertThat(links.refuse(mallory, link)).isEmpty();

        links.agree(ada, link);
        clock.advance(Links.AGREEMENT);
        assertThat(links.agree(lovelace, link)).isInstanceOf(Agreed.Gone.class);
    }

    @Test
    void anAccountHasOnePersonOnEachPlatform() {
        var other = accounts.of(new Sender(Platform.TELEGRAM, "43", "byron", Locale.ENGLISH)).id();
        var code = links.code(ada, at(ADA)).orElseThrow();

        assertThat(links.say(other, code, at(ADA))).isInstanceOf(Said.SamePlatform.class);
        assertThat(links.say(lovelace, code, at(LOVELACE))).as("the code is still good").isInstanceOf(Said.Asked.class);
    }

    @Test
    void ofTwoWhoAgreeAtOnceOneJoins() throws Exception {
        var link = asked();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = threads.invokeAll(List.<Callable<Agreed>>of(() -> links.agree(ada, link),
                    () -> links.agree(lovelace, link)));
            var outcomes = new ArrayList<Agreed>();
            for (var result : results) {
                outcomes.add(result.get());
            }
            assertThat(outcomes).hasAtLeastOneElementOfType(Agreed.Joined.class);
            assertThat(outcomes).filteredOn(Agreed.Joined.class::isInstance).hasSize(1);
        }
        assertThat(accounts.of(LOVELACE).id()).isEqualTo(accounts.of(ADA).id());
    }

    @Test
    void twoLinksOfOneAccountDoNotCross() {
        var first = asked();
        var web = accounts.of(new Sender(Platform.WEB, "7", "web", Locale.ENGLISH)).id();
        var code = links.code(ada, at(ADA)).orElseThrow();
        var second = ((Said.Asked) links.say(web, code, at(LOVELACE))).link();
        links.agree(ada, first);
        links.agree(ada, second);

        assertThat(links.agree(lovelace, first)).isInstanceOf(Agreed.Joined.class);
        assertThat(links.agree(web, second)).as("asked before the other was joined").isInstanceOf(Agreed.Gone.class);
        assertThat(accounts.of(new Sender(Platform.WEB, "7", "web", Locale.ENGLISH)).id()).isEqualTo(web);
    }

    @Test
    void workUnderWayIsWaitedFor() {
        database.write(handle -> {
            fill(handle, lovelace);
            return handle.createUpdate("update job set state = 'RUNNING' where account_id = :id").bind("id", lovelace)
                    .execute();
        });
        var link = asked();
        links.agree(ada, link);
        assertThat(links.agree(lovelace, link)).isInstanceOf(Agreed.Busy.class);

        database.write(handle -> handle.createUpdate("update job set state = 'DONE'").execute());
        assertThat(links.agree(lovelace, link)).isInstanceOf(Agreed.Joined.class);
    }

    private String asked() {
        var code = links.code(ada, at(ADA)).orElseThrow();
        return ((Said.Asked) links.say(lovelace, code, at(LOVELACE))).link();
    }

    private Agreed join() {
        var link = asked();
        links.agree(ada, link);
        return links.agree(lovelace, link);
    }

    private static ReplyAddress at(Sender sender) {
        return ReplyAddress.in(new Chat(sender.platform(), sender.id(), true));
    }

    private static Set<String> tablesWithAccounts(Handle handle) {
        var tables = new TreeSet<String>();
        try {
            var metadata = handle.getConnection().getMetaData();
            try (var columns = metadata.getColumns(null, schema(handle.getConnection()), "%", "%")) {
                while (columns.next()) {
                    if (isAccount(columns.getString("COLUMN_NAME"))) {
                        tables.add(columns.getString("TABLE_NAME"));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return tables;
    }

    private static boolean isAccount(String column) {
        return Set.of("account_id", "owner", "payer", "account", "other_id").contains(column);
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /// The column that names an account, and what it says.
    private static String names(String table, long account) {
        return switch (table) {
            case "registered_model", "provider_key", "data_key" -> "owner = 'person:" + account + "'";
            case "budget_purse", "budget_limit" ->
                "payer in ('person:" + account + "', 'allowed:person:" + account + "')";
            case "account_link", "parted_count" -> "(account_id = " + account + " or other_id = " + account + ")";
            case String _ -> "account_id = " + account;
        };
    }

    private int rows(String table, long account) {
        return database.read(handle -> handle
                .createQuery("select count(*) from " + table + " where " + names(table, account))
                .mapTo(Integer.class).one());
    }

    /// A row for an account in every table that names one; in the same place for each account, where that can be.
    private static void fill(Handle handle, long account) {
        handle.execute("insert into conversation (account_id, chat_key, title, is_open, updated_at) values (" + account
                + ", 'c', 't', 1, 1)");
        var conversation = handle.createQuery("select max(id) from conversation").mapTo(Long.class).one();
        handle.execute("insert into job (id, account_id, conversation_id, intent, words, attachments, seed, is_fresh,"
                + " address, state, attempts, created_at) values ('job" + account + "', " + account + ", "
                + conversation
                + ", '{}', 'w', '[]', 1, 0, '{}', 'DONE', 1, 1)");
        handle.execute("insert into budget_limit values ('allowed:person:" + account + "', 'DAY', " + account + ")");
        for (var table : AccountMerge.TABLES.keySet()) {
            if (!Set.of("identity", "conversation", "job", "provider_key", "data_key", "erased_account")
                    .contains(table)) {
                insert(handle, table, account, conversation);
            }
        }
    }

    private static void insert(Handle handle, String table, long account, long conversation) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        try {
            DatabaseMetaData metadata = handle.getConnection().getMetaData();
            try (var columns = metadata.getColumns(null, schema(handle.getConnection()),
                    table.replace("_", metadata.getSearchStringEscape() + "_"), "%")) {
                while (columns.next()) {
                    var name = columns.getString("COLUMN_NAME");
                    var type = columns.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
                    var counts = name.equals("id") && !type.contains("text");
                    if (name.equals("account_id")
                            || (columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls && !counts)) {
                        names.add(name);
                        values.add(value(table, name, type, account, conversation));
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        if (table.equals("model_choice")) {
            names.add("configured");
            values.add("'x'");
        }
        handle.execute("insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", values) + ")");
    }

    private static String value(String table, String name, String type, long account, long conversation) {
        return switch (name) {
            case "account_id" -> Long.toString(account);
            case "owner", "payer" -> "'person:" + account + "'";
            case "conversation_id" -> Long.toString(conversation);
            case "id", "code_hash" -> "'" + table + account + "'";
            case "job_id" -> table.equals("vote") ? "'job-of-both'" : "'job" + account + "'";
            case "chat_key" -> table.equals("known_chat") ? "'chat-of-" + account + "'" : "'x'";
            case "announcement_id" -> "(select max(id) from announcement)";
            case "mark" -> "'mark-of-" + account + "'";
            case "address" -> "'{\"chat\":{\"platform\":\"WEB\",\"id\":\"1\",\"isPrivate\":true}}'";
            case String _ -> type.contains("text") ? "'x'" : "1";
        };
    }
}
