package atelier.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A statement that gives rows.
final class Query extends SqlStatement<Query> {
    private int fetchSize;

    Query(Handle handle, String words) {
        super(handle, words);
    }

    @Override
    Query self() {
        return this;
    }

    /// So many rows come from the server at a time, where it can.
    Query setFetchSize(int rows) {
        fetchSize = rows;
        return this;
    }

    /// Makes something of the row it is shown.
    interface Reader<T extends @Nullable Object> {
        /// @param place of the row, from 0
        T read(ResultSet row, int place) throws SQLException;
    }

    <T extends @Nullable Object> Rows<T> map(Reader<T> reader) {
        return new Rows<>(reader);
    }

    /// The first column, as text, whole number or bytes. One that may hold nothing is for [Rows#findOne()].
    @SuppressWarnings("NullAway")
    <T> Rows<T> mapTo(Class<T> type) {
        return new Rows<>((row, _) -> type.cast(value(row, type)));
    }

    private static @Nullable Object value(ResultSet row, Class<?> type) throws SQLException {
        if (type == String.class) {
            return row.getString(1);
        }
        if (type == byte[].class) {
            return row.getBytes(1);
        }
        var number = row.getLong(1);
        if (row.wasNull()) {
            return null;
        }
        return type == Long.class ? (Object) number : (Object) Math.toIntExact(number);
    }

    Rows<Map<String, @Nullable Object>> mapToMap() {
        return new Rows<>((row, _) -> {
            var map = new LinkedHashMap<String, @Nullable Object>();
            var about = row.getMetaData();
            for (var column = 1; column <= about.getColumnCount(); column++) {
                map.put(about.getColumnLabel(column), row.getObject(column));
            }
            return map;
        });
    }

    /// The rows, read when they are asked for.
    final class Rows<T extends @Nullable Object> {
        private final Reader<T> reader;

        private Rows(Reader<T> reader) {
            this.reader = reader;
        }

        /// The one row there must be.
        T one() {
            var all = list();
            if (all.size() != 1) {
                throw new IllegalStateException(all.size() + " rows instead of one");
            }
            return all.getFirst();
        }

        /// The one row there may be.
        Optional<T> findOne() {
            var all = list();
            if (all.size() > 1) {
                throw new IllegalStateException(all.size() + " rows instead of one at most");
            }
            return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.getFirst());
        }

        Optional<T> findFirst() {
            return list().stream().findFirst();
        }

        List<T> list() {
            var all = new ArrayList<T>();
            forEach(all::add);
            return all;
        }

        Stream<T> stream() {
            return list().stream();
        }

        /// Shows each row as it comes, keeping none.
        void forEach(Consumer<? super T> reading) {
            Handle.attempt(() -> {
                var sql = sql();
                var statement = handle.prepare(sql.text());
                try {
                    if (fetchSize > 0) {
                        statement.setFetchSize(fetchSize);
                    }
                    fill(statement, sql);
                    try (var rows = statement.executeQuery()) {
                        for (var place = 0; rows.next(); place++) {
                            reading.accept(reader.read(rows, place));
                        }
                    }
                    return true;
                } finally {
                    handle.done(sql.text(), statement);
                }
            });
        }
    }
}
