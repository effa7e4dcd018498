package atelier.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// A few figures of a database, read without changing anything in it.
///
/// @param isDraining   whether no new work is taken
/// @param providerKeys how many keys people entrusted
/// @param undelivered  messages that platforms refused in the last days
public record DatabaseGlance(boolean isDraining, int providerKeys, int undelivered) {
    /// Where there is no database, or none that can be read.
    public static final DatabaseGlance NOTHING = new DatabaseGlance(false, 0, 0);

    private static final Duration DAYS = Duration.ofDays(2);

    /// Looks at a SQLite file, if it exists.
    public static DatabaseGlance ofSqlite(Path file) {
        return Files.exists(file) ? of("jdbc:sqlite:" + file + "?busy_timeout=1000", new Properties()) : NOTHING;
    }

    /// @param url JDBC address, user and password included
    public static DatabaseGlance ofPostgres(String url) {
        var limits = new Properties();
        limits.setProperty("connectTimeout", "3");
        limits.setProperty("loginTimeout", "3");
        limits.setProperty("socketTimeout", "3");
        return of(url, limits);
    }

    private static DatabaseGlance of(String url, Properties limits) {
        try (var connection = DriverManager.getConnection(url, limits)) {
            var since = System.currentTimeMillis() - DAYS.toMillis();
            return new DatabaseGlance(
                    count(connection, "select count(*) from memory where name = 'drain' and content = 'on'") > 0,
                    count(connection, "select count(*) from provider_key"),
                    count(connection, "select count(*) from outbox where state = 'DEAD' and created_at > " + since));
        } catch (SQLException _) {
            return NOTHING;
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var answer = statement.executeQuery(query)) {
            return answer.next() ? answer.getInt(1) : 0;
        }
    }
}
