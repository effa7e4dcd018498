package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import atelier.chat.UserFacingException;
import atelier.store.move.MovedTable;
import atelier.store.move.StoreMove;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Everything in one database arrives in the other, or nothing does.
class StoreMoveTest {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    private static final String EMOJI = "a 🦊 in 雪, “quoted” \\ ' \" \t\r\n \u200b\ufeff end";
    private static final Instant LONG_AGO = Instant.parse("1815-12-10T05:06:07.089Z");

    @TempDir
    Path folder;

    private DatabaseAddress sqlite;
    private DatabaseAddress postgres;

    @BeforeEach
    void prepare() {
        sqlite = new DatabaseAddress.Sqlite(folder.resolve("atelier.db"));
        postgres = new DatabaseAddress.Postgres(SERVER.freshUrl());
        sqlite.open().close();
    }

    private static List<MovedTable> move(DatabaseAddress from, DatabaseAddress to) {
        return new StoreMove(from, to).run(_ -> {});
    }

    private static void run(DatabaseAddress database, String... commands) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private static List<String> ask(DatabaseAddress database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void remember(DatabaseAddress database, String name, String content) throws SQLException {
        try (var connection = database.connect();
                var insert = connection.prepareStatement("insert into memory (name, content) values (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, content);
            insert.execute();
        }
    }

    private static void schedule(Connection connection, String instance, byte[] data, Instant when)
            throws SQLException {
        var isSqlite = connection.getMetaData().getURL().startsWith(DatabaseAddress.SQLITE);
        try (var insert = connection
                .prepareStatement("insert into scheduled_tasks (task_name, task_instance, task_data,"
                        + " execution_time, picked, version, priority) values ('job', ?, ?, ?, ?, -1, null)")) {
            insert.setString(1, instance);
            insert.setBytes(2, data);
            if (isSqlite) {
                insert.setTimestamp(3, Timestamp.from(when));
            } else {
                insert.setObject(3, when.atOffset(ZoneOffset.UTC));
            }
            insert.setBoolean(4, true);
            insert.execute();
        }
    }

    private static byte[] noise(int bytes) {
        var noise = new byte[bytes];
        new Random(7).nextBytes(noise);
        return noise;
    }

    @Test
    void everyTableOfTheSchemaIsMovedEachAfterThoseItRefersTo() throws SQLException {
        var tables = ask(sqlite, "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                + " and name <> 'flyway_schema_history'");

        var moved = move(sqlite, postgres).stream().map(MovedTable::name).toList();

        assertThat(moved).containsExactlyInAnyOrderElementsOf(tables).hasSizeGreaterThan(20);
        assertThat(moved).containsSubsequence("account", "conversation", "job", "made_file");
        assertThat(ask(postgres, "select table_name from information_schema.tables where table_schema = 'public'"))
                .containsAll(tables);
    }

    @Test
    void aTableThatNobodyKnewOfYetIsMovedLikeTheOthers() throws SQLException {
        postgres.open().close();
        for (var side : List.of(sqlite, postgres)) {
            run(side, "create table a_newcomer (id bigint primary key references account (id), note text)");
        }
        run(sqlite, "insert into account (created_at) values (5)", "insert into a_newcomer values (1, 'hello')");

        assertThat(move(sqlite, postgres)).extracting(MovedTable::name, MovedTable::rows)
                .contains(tuple("a_newcomer", 1L));
        assertThat(ask(postgres, "select note from a_newcomer")).containsExactly("hello");
    }

    @Test
    void hostileRowsArriveAsTheyAreButForNulsWhichPostgresDoesNotKeep() throws SQLException {
        var large = noise(10 << 20);
        var long5 = "x🦊".repeat(1_700_000);
        remember(sqlite, "emoji", EMOJI);
        remember(sqlite, "long", long5);
        remember(sqlite, "nul", "before\0after\0");
        remember(sqlite, "empty", "");
        run(sqlite, "insert into memory values ('not utf-8', cast(x'61ff62' as text))");
        try (var connection = sqlite.connect()) {
            for (int i = 0; i < 4; i++) {
                schedule(connection, "large-" + i, large, LONG_AGO);
            }
            schedule(connection, "none", new byte[0], Instant.EPOCH.minusMillis(1));
        }
        run(sqlite, "insert into account (tier, created_at) values (null, -12345678901234)");

        var moved = move(sqlite, postgres);

        assertThat(moved).allMatch(MovedTable::same);
        assertThat(moved.stream().mapToLong(MovedTable::replaced).sum()).isOne();
        assertThat(ask(postgres, "select content from memory order by name")).containsExactly(EMOJI, "", long5,
                "a\ufffdb", "before\ufffdafter\ufffd");
        assertThat(ask(postgres, "select created_at || coalesce(tier, ' none') from account"))
                .containsExactly("-12345678901234 none");
        assertThat(ask(postgres, "select (extract(epoch from execution_time) * 1000)::bigint from scheduled_tasks"
                + " where picked order by task_instance")).startsWith(Long.toString(LONG_AGO.toEpochMilli()))
                .endsWith("-1").hasSize(5);
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select task_data from scheduled_tasks order by task_instance")) {
            for (int i = 0; i < 4; i++) {
                rows.next();
                assertThat(Arrays.equals(rows.getBytes(1), large)).isTrue();
            }
            rows.next();
            assertThat(rows.getBytes(1)).isEmpty();
        }
    }

    @Test
    void itGoesBackToSqliteAsWell() throws SQLException {
        postgres.open().close();
        remember(postgres, "emoji", EMOJI);
        try (var connection = postgres.connect()) {
            schedule(connection, "one", noise(11 << 20), LONG_AGO.plusNanos(123_456));
        }
        run(postgres, "insert into account (created_at) values (1), (2), (3)", "delete from account where id = 3",
                "insert into ledger_day values (1, '2026-11-21', 7)");
        var other = new DatabaseAddress.Sqlite(folder.resolve("back.db"));

        assertThat(move(postgres, other)).allMatch(MovedTable::same);

        assertThat(ask(other, "select content from memory")).containsExactly(EMOJI);
        assertThat(ask(other, "select used from ledger_day")).containsExactly("7");
        run(other, "insert into account (created_at) values (9)");
        assertThat(ask(other, "select id from account")).containsExactly("1", "2", "4");
        assertThat(move(other, new DatabaseAddress.Postgres(SERVER.freshUrl()))).allMatch(MovedTable::same);
    }

    @Test
    void numbersThatWereGivenOnceAreNotGivenAgain() throws SQLException {
        run(sqlite, "insert into account (created_at) values (1), (2), (3)", "delete from account where id = 3");

        move(sqlite, postgres);

        run(postgres, "insert into account (created_at) values (4)",
                "insert into conversation (account_id, chat_key, title, is_open, updated_at) values (1, 'k', 't', 1, 1)");
        assertThat(ask(postgres, "select id from account order by id")).containsExactly("1", "2", "4");
        assertThat(ask(postgres, "select id from conversation")).containsExactly("1");
    }

    @Test
    void aTargetThatIsInUseIsRefusedAndLeftAlone() throws SQLException {
        remember(sqlite, "mine", "from here");
        postgres.open().close();
        remember(postgres, "theirs", "from there");

        assertThatThrownBy(() -> move(sqlite, postgres)).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("table memory has rows");
        assertThat(ask(postgres, "select content from memory")).containsExactly("from there");

        var foreign = new DatabaseAddress.Postgres(SERVER.freshUrl());
        run(foreign, "create table somebody_elses (id int)");
        assertThatThrownBy(() -> move(sqlite, foreign)).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not Atelier's");
        assertThat(ask(foreign, "select table_name from information_schema.tables where table_schema = 'public'"))
                .containsExactly("somebody_elses");
    }

    @Test
    void whatDoesNotArriveAsItWasIsToldAndNothingIsMoved() throws SQLException {
        postgres.open().close();
        remember(sqlite, "name", "content");
        run(sqlite, "insert into account (created_at) values (5)");
        run(postgres, """
                create function spoil() returns trigger as 'begin new.content = ''spoilt''; return new; end'
                language plpgsql""",
                "create trigger spoil before insert on memory for each row execute function spoil()");

        assertThat(move(sqlite, postgres)).filteredOn(table -> !table.same()).extracting(MovedTable::name)
                .containsExactly("memory");
        assertThat(ask(postgres, "select content from memory")).isEmpty();
        assertThat(ask(postgres, "select id from account")).isEmpty();

        run(postgres, "drop trigger spoil on memory");
        assertThat(move(sqlite, postgres)).as("the target is as good as fresh").allMatch(MovedTable::same);
    }

    @Test
    void aRowTheTargetDoesNotTakeIsToldInASentenceAndNothingIsMoved() throws SQLException {
        postgres.open().close();
        run(sqlite, "insert into account (created_at) values (5)");
        remember(sqlite, "name", "content");
        run(postgres, "alter table memory add constraint short check (length(content) < 3)");

        assertThatThrownBy(() -> move(sqlite, postgres)).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("could not be moved").hasMessageContaining("as empty as before");
        assertThat(ask(postgres, "select id from account")).isEmpty();
    }

    @Test
    void aUserWhoMayNotMakeTablesIsToldSo() throws SQLException {
        run(postgres, "drop role if exists plain", "create role plain login",
                "revoke create on schema public from public");
        var url = ((DatabaseAddress.Postgres) postgres).url().replaceFirst("user=[^&]+", "user=plain");

        assertThatThrownBy(() -> move(sqlite, new DatabaseAddress.Postgres(url)))
                .isInstanceOf(UserFacingException.class).hasMessageContaining("permission denied")
                .hasMessageContaining("must own the database");
    }

    @Test
    void aPostgresInUseIsNotMovedAway() throws SQLException {
        try (var atWork = postgres.open()) {
            assertThat(atWork.isSqlite()).isFalse();
            assertThatThrownBy(() -> move(postgres, new DatabaseAddress.Sqlite(folder.resolve("back.db"))))
                    .isInstanceOf(UserFacingException.class).hasMessageContaining("Stop every Atelier");
        }
        assertThat(folder.resolve("back.db")).doesNotExist();
    }

    @Test
    void addressesThatLeadNowhereAreNamedWithoutTheirPassword() {
        var nobody = new DatabaseAddress.Postgres("jdbc:postgresql://localhost:1/atelier?user=me&password=hush-hush");

        assertThatThrownBy(() -> move(sqlite, nobody)).isInstanceOf(UserFacingException.class)
                .hasMessageContaining("//localhost:1/atelier cannot be reached").hasMessageNotContaining("hush-hush");
        assertThatThrownBy(() -> move(new DatabaseAddress.Sqlite(folder.resolve("gone.db")), postgres))
                .hasMessageContaining("There is no database");
        assertThatThrownBy(() -> move(sqlite, sqlite)).hasMessageContaining("same database");
        assertThatThrownBy(() -> DatabaseAddress.of("jdbc:mysql://localhost/x")).hasMessageContaining("begins with");
    }
}
