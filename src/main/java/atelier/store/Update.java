package atelier.store;

/// A statement that changes rows.
final class Update extends SqlStatement<Update> {
    Update(Handle handle, String words) {
        super(handle, words);
    }

    @Override
    Update self() {
        return this;
    }

    /// @return how many rows were changed
    int execute() {
        return Handle.attempt(() -> {
            var sql = sql();
            var statement = handle.prepare(sql.text());
            try {
                fill(statement, sql);
                return statement.executeUpdate();
            } finally {
                handle.done(sql.text(), statement);
            }
        });
    }
}
