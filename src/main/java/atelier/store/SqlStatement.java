package atelier.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statement and its parameters so far.
///
/// @param <S> its own type, for chains of calls
abstract class SqlStatement<S extends SqlStatement<S>> {
    final Handle handle;
    private String words;
    private Map<String, @Nullable Object> values = new HashMap<>();

    SqlStatement(Handle handle, String words) {
        this.handle = handle;
        this.words = words;
    }

    abstract S self();

    final S bind(String name, @Nullable Object value) {
        values.put(name, value);
        return self();
    }

    /// For the place `<name>` in an `in (…)`.
    final S bindList(String name, List<?> list) {
        for (var index = 0; index < list.size(); index++) {
            values.put(name + "_" + index, list.get(index));
        }
        var places = new StringBuilder();
        for (var index = 0; index < list.size(); index++) {
            places.append(index == 0 ? ":" : ", :").append(name).append('_').append(index);
        }
        words = words.replace("<" + name + ">", places);
        return self();
    }

    final Sql sql() {
        return Sql.of(words);
    }

    /// The parameters so far; from now on there are none.
    final Map<String, @Nullable Object> taken() {
        var taken = values;
        values = new HashMap<>();
        return taken;
    }

    final void fill(PreparedStatement statement, Sql sql) throws SQLException {
        fill(statement, sql, values);
    }

    static void fill(PreparedStatement statement, Sql sql, Map<String, @Nullable Object> values) throws SQLException {
        for (var index = 0; index < sql.names().size(); index++) {
            var name = sql.names().get(index);
            var value = values.get(name);
            switch (value) {
                case null -> {
                    if (!values.containsKey(name)) {
                        throw new IllegalArgumentException("nothing was bound to :" + name);
                    }
                    statement.setNull(index + 1, Types.NULL);
                }
                case String text -> statement.setString(index + 1, text);
                case Long number -> statement.setLong(index + 1, number);
                case Integer number -> statement.setInt(index + 1, number);
                case Boolean yes -> statement.setBoolean(index + 1, yes);
                case Double number -> statement.setDouble(index + 1, number);
                case byte[] bytes -> statement.setBytes(index + 1, bytes);
                default -> statement.setObject(index + 1, value);
            }
        }
    }
}
