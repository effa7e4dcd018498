package atelier.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// How a database is, found out without changing anything in it.
public enum DatabaseCondition {
    /// It answers, and what it says makes sense.
    SOUND,
    /// A later program than this one changed its tables.
    NEWER,
    /// Another process is writing and does not end.
    LOCKED,
    /// It is damaged, or no database at all.
    CORRUPT,
    /// The user or the password is refused.
    REFUSED,
    /// The server knows no database of that name.
    MISSING,
    /// It cannot be opened or reached.
    UNREACHABLE;

    private static final String SECONDS = "3";

    /// Looks at a SQLite file that exists.
    public static DatabaseCondition ofSqlite(Path file) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=1000");
                var statement = connection.createStatement()) {
            statement.execute("begin immediate");
            statement.execute("rollback");
            try (var answer = statement.executeQuery("pragma quick_check(1)")) {
                return answer.next() && "ok".equals(answer.getString(1))
                        ? Database.isOfTheFuture("jdbc:sqlite:" + file) ? NEWER : SOUND
                        : CORRUPT;
            }
        } catch (SQLiteException failure) {
            return ofSqlite(failure.getResultCode());
        } catch (SQLException _) {
            return UNREACHABLE;
        }
    }

    private static DatabaseCondition ofSqlite(SQLiteErrorCode code) {
        return switch (code.code & 0xff) {
            case 5, 6 -> LOCKED;
            case 11, 26 -> CORRUPT;
            default -> UNREACHABLE;
        };
    }

    /// Connects to PostgreSQL, within a few seconds.
    ///
    /// @param url JDBC address, user and password included
    public static DatabaseCondition ofPostgres(String url) {
        var limits = new Properties();
        limits.setProperty("connectTimeout", SECONDS);
        limits.setProperty("loginTimeout", SECONDS);
        limits.setProperty("socketTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(url, limits)) {
            return connection.isValid(1) ? Database.isOfTheFuture(url) ? NEWER : SOUND : UNREACHABLE;
        } catch (SQLException failure) {
            var state = String.valueOf(failure.getSQLState());
            return state.startsWith("28") ? REFUSED : state.equals("3D000") ? MISSING : UNREACHABLE;
        }
    }
}
