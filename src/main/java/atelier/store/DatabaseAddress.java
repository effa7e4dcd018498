package atelier.store;

import atelier.chat.UserFacingException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a database is. Safe to print: without password.
public sealed interface DatabaseAddress {
    /// How the address of a SQLite file begins.
    String SQLITE = "jdbc:sqlite:";
    /// How the address of a PostgreSQL database begins.
    String POSTGRESQL = "jdbc:postgresql:";

    /// A file; its folder must exist.
    record Sqlite(Path file) implements DatabaseAddress {
        @Override
        public Database open() {
            return Database.sqlite(file);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(SQLITE + file + "?busy_timeout=5000&foreign_keys=on&synchronous=FULL"
                    + "&transaction_mode=IMMEDIATE");
        }

        @Override
        public String toString() {
            return "SQLite file " + file;
        }
    }

    /// A database of a server.
    ///
    /// @param url JDBC address, user and password included
    record Postgres(String url) implements DatabaseAddress {
        private static final Pattern USER = Pattern.compile("[?&]user=([^&]+)");

        @Override
        public Database open() {
            return Database.postgres(url);
        }

        @Override
        public Connection connect() throws SQLException {
            var faster = new Properties();
            faster.setProperty("reWriteBatchedInserts", "true");
            return DriverManager.getConnection(url, faster);
        }

        /// The command that backs it up; asks for the password.
        public String dump() {
            var place = URI.create("x:" + url.substring("jdbc:postgresql:".length()).replaceFirst("\\?.*", ""));
            var port = place.getPort() < 0 ? "" : " --port=" + place.getPort();
            var user = USER.matcher(url);
            return "pg_dump --format=custom --file=atelier.dump"
                    + (place.getHost() == null ? "" : " --host=" + place.getHost()) + port
                    + (user.find() ? " --username=" + user.group(1) : "") + " "
                    + place.getSchemeSpecificPart().replaceFirst("^//[^/]*/", "");
        }

        @Override
        public String toString() {
            return "PostgreSQL at " + url.substring(POSTGRESQL.length()).replaceFirst("\\?.*", "");
        }
    }

    /// Opens it for work, made or migrated when needed.
    Database open();

    /// One plain connection, without migrating anything. Transactions on SQLite take the right to write at once.
    ///
    /// @throws SQLException when it cannot be reached
    Connection connect() throws SQLException;

    /// Reads an address of the configuration.
    ///
    /// @param url     null or empty means SQLite in the data folder
    /// @param dataDir the data folder
    static DatabaseAddress of(@Nullable String url, Path dataDir) {
        return url == null || url.isEmpty() ? new Sqlite(dataDir.resolve("atelier.db")) : of(url);
    }

    /// Reads a JDBC address.
    ///
    /// @throws UserFacingException when it is of another kind
    static DatabaseAddress of(String url) {
        if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
            return new Sqlite(Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", "")));
        }
        if (url.startsWith(POSTGRESQL)) {
            return new Postgres(url);
        }
        throw new UserFacingException("A database address begins with jdbc:postgresql: or jdbc:sqlite:, such as"
                + " jdbc:postgresql://localhost/atelier?user=atelier&password=secret.");
    }
}
