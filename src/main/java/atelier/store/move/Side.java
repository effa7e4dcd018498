package atelier.store.move;

import atelier.store.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One of the two databases, within one transaction that ends with `close` unless committed before.
final class Side implements AutoCloseable {
    private static final int MOST_ROWS = 1000;
    private static final long MOST_BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connection connection;
    private final boolean sqlite;

    private Side(Connection connection, boolean sqlite) {
        this.connection = connection;
        this.sqlite = sqlite;
    }

    /// Sees one state of the data to the end; nobody may write to a SQLite file meanwhile.
    static Side source(DatabaseAddress address) throws SQLException {
        var side = begin(address);
        if (!side.sqlite) {
            side.connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            side.connection.setReadOnly(true);
        }
        return side;
    }

    static Side target(DatabaseAddress address) throws SQLException {
        return begin(address);
    }

    private static Side begin(DatabaseAddress address) throws SQLException {
        var connection = address.connect();
        try {
            connection.setAutoCommit(false);
            return new Side(connection, address instanceof DatabaseAddress.Sqlite);
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /// How many others are connected to this server's database. Waits a moment for those who are just leaving.
    static long company(DatabaseAddress address) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var connection = address.connect(); var statement = connection.createStatement()) {
            while (true) {
                try (var answer = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                        + " current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'")) {
                    var others = answer.next() ? answer.getLong(1) : 0;
                    if (others == 0 || System.nanoTime() > deadline) {
                        return others;
                    }
                }
                LockSupport.parkNanos(PATIENCE.toNanos() / 20);
            }
        }
    }

    /// Keeps others from writing to the tables until the end.
    void lock(List<Table> tables) throws SQLException {
        if (!sqlite && !tables.isEmpty()) {
            execute("lock table " + String.join(", ", tables.stream().map(Table::quoted).toList())
                    + " in exclusive mode");
        }
    }

    boolean isSqlite() {
        return sqlite;
    }

    Connection connection() {
        return connection;
    }

    List<Table> tables() throws SQLException {
        return Schema.tables(connection);
    }

    /// Reads rows as they are asked for, few at a time where they are large.
    Statement reader(Table table) throws SQLException {
        int rows = sqlite ? MOST_ROWS : Math.clamp(MOST_BYTES / (1 + number(table.largest())), 1, MOST_ROWS);
        var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(rows);
        return statement;
    }

    boolean isEmpty(String table) throws SQLException {
        return number("select count(*) from (select 1 from \"" + table + "\" limit 1) as any_row") == 0;
    }

    /// The highest number ever given to a row of this table, also where that row is gone.
    long counter(Table table, Table.Column column) throws SQLException {
        var highest = number("select coalesce(max(\"" + column.name() + "\"), 0) from " + table.quoted());
        var given = sqlite
                ? number("select coalesce(max(seq), 0) from sqlite_sequence where name = '" + table.name() + "'")
                : number("select coalesce(pg_sequence_last_value(pg_get_serial_sequence('" + table.quoted() + "', '"
                        + column.name() + "')::regclass), 0)");
        return Math.max(highest, given);
    }

    /// The next row gets a number above this one.
    void counter(Table table, Table.Column column, long given) throws SQLException {
        if (given <= 0) {
            return;
        }
        if (sqlite) {
            execute("delete from sqlite_sequence where name = '" + table.name() + "'");
            execute("insert into sqlite_sequence (name, seq) values ('" + table.name() + "', " + given + ")");
        } else {
            execute("alter table " + table.quoted() + " alter column \"" + column.name() + "\" restart with "
                    + (given + 1));
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement(); var answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getLong(1) : 0;
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.rollback();
        } finally {
            connection.close();
        }
    }
}
