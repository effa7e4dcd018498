package atelier.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A connection on which SQL is said with parameters by name. Used by one thread at a time; statements are closed by their results.
///
/// Where the driver itself keeps no prepared statements, the handle does: preparing one costs SQLite as much as carrying it out.
final class Handle implements AutoCloseable {
    private static final int MOST_KEPT = 500;

    private final Connection connection;
    private final @Nullable Map<String, PreparedStatement> kept;

    /// @param keeps whether prepared statements are kept here
    Handle(Connection connection, boolean keeps) {
        this.connection = connection;
        this.kept = keeps ? new HashMap<>() : null;
    }

    Query createQuery(String words) {
        return new Query(this, words);
    }

    Update createUpdate(String words) {
        return new Update(this, words);
    }

    Batch prepareBatch(String words) {
        return new Batch(this, words);
    }

    int execute(String words) {
        return createUpdate(words).execute();
    }

    Connection getConnection() {
        return connection;
    }

    void savepoint(String name) {
        execute("savepoint " + name);
    }

    void rollbackToSavepoint(String name) {
        execute("rollback to savepoint " + name);
    }

    /// Reads several times what stays the same meanwhile; in the transaction that is open, if one is.
    <T> T inTransaction(Function<Handle, T> work) {
        return attempt(() -> {
            if (!connection.getAutoCommit()) {
                return work.apply(this);
            }
            connection.setAutoCommit(false);
            try {
                return work.apply(this);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    PreparedStatement prepare(String text) throws SQLException {
        var known = kept == null ? null : kept.remove(text);
        return known == null ? connection.prepareStatement(text) : known;
    }

    /// To be called when the results have been read.
    void done(String text, PreparedStatement statement) throws SQLException {
        if (kept == null || kept.size() >= MOST_KEPT || kept.putIfAbsent(text, statement) != null) {
            statement.close();
        } else {
            statement.clearParameters();
        }
    }

    /// Something the driver may refuse.
    interface Attempt<T> {
        T run() throws SQLException;
    }

    static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
    }

    @Override
    public void close() {
        attempt(() -> {
            connection.close();
            return true;
        });
    }
}
