package atelier.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One statement carried out with several sets of parameters.
final class Batch extends SqlStatement<Batch> {
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    Batch(Handle handle, String words) {
        super(handle, words);
    }

    @Override
    Batch self() {
        return this;
    }

    /// What was bound since the last call is one set.
    Batch add() {
        rows.add(taken());
        return this;
    }

    /// @return how many rows were changed by each
    int[] execute() {
        return Handle.attempt(() -> {
            var sql = sql();
            var statement = handle.prepare(sql.text());
            try {
                for (var row : rows) {
                    fill(statement, sql, row);
                    statement.addBatch();
                }
                return rows.isEmpty() ? new int[0] : statement.executeBatch();
            } finally {
                statement.clearBatch();
                handle.done(sql.text(), statement);
            }
        });
    }
}
