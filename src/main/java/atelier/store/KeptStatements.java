package atelier.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.CloseException;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps the prepared statements of one connection: SQLite's driver keeps none, and preparing one costs as much as carrying
/// it out. For one thread at a time.
final class KeptStatements implements StatementBuilder {
    private static final int MOST = 500;

    private final Map<String, PreparedStatement> idle = new HashMap<>();
    /// By what they were prepared from: Jdbi gives them back with the words before its own names were replaced.
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();
    private final StatementBuilder others = DefaultStatementBuilder.FACTORY.createStatementBuilder(null);

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return others.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (context.isReturningGeneratedKeys()) {
            return others.create(connection, sql, context);
        }
        var kept = idle.remove(sql);
        var statement = kept != null ? kept : others.create(connection, sql, context);
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return others.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String raw, Statement statement) throws SQLException {
        var sql = lent.remove(statement);
        if (sql == null || !(statement instanceof PreparedStatement prepared) || idle.size() >= MOST
                || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        try {
            prepared.clearParameters();
            prepared.clearBatch();
            idle.put(sql, prepared);
        } catch (SQLException spoilt) { // it has failed, and why is being told already
            throwAway(prepared);
        }
    }

    @Override
    public void close(Connection connection) {
        idle.values().forEach(KeptStatements::close);
        idle.clear();
    }

    private static void throwAway(Statement statement) {
        try {
            statement.close();
        } catch (SQLException _) {
            // the driver says once more why the statement failed
        }
    }

    private static void close(Statement statement) {
        try {
            statement.close();
        } catch (SQLException failure) {
            throw new CloseException("a statement cannot be closed", failure);
        }
    }
}
