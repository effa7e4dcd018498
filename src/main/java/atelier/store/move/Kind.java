package atelier.store.move;

import atelier.chat.UserFacingException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column holds, whichever database calls it what.
enum Kind {
    WHOLE(Types.BIGINT), FRACTION(Types.DOUBLE), TEXT(Types.VARCHAR), TRUTH(Types.BOOLEAN), BYTES(Types.BINARY),
    /// To the millisecond, as SQLite keeps it.
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE);

    private final int sqlType;

    Kind(int sqlType) {
        this.sqlType = sqlType;
    }

    /// @param declared the database's name of the type
    static Kind of(String table, String column, String declared) {
        return switch (declared.toLowerCase(Locale.ROOT)) {
            case "bigint", "integer", "int", "smallint", "int8", "int4", "int2", "bigserial", "serial" -> WHOLE;
            case "double precision", "double", "real", "float8", "float4" -> FRACTION;
            case "text", "varchar" -> TEXT;
            case "boolean", "bool" -> TRUTH;
            case "blob", "bytea" -> BYTES;
            case "timestamp", "timestamptz", "timestamp with time zone" -> INSTANT;
            case String _ ->
                throw new UserFacingException("Column %s.%s is of type %s, which I cannot move. Nothing was"
                        .formatted(table, column, declared) + " moved; use a newer Atelier, or report it.");
        };
    }

    @Nullable
    Object read(ResultSet row, int column, boolean isSqlite) throws SQLException {
        var value = switch (this) {
            case WHOLE -> (Object) row.getLong(column);
            case FRACTION -> row.getDouble(column);
            case TEXT -> row.getString(column);
            case TRUTH -> row.getBoolean(column);
            case BYTES -> row.getBytes(column);
            case INSTANT -> instant(row, column, isSqlite);
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, int column, boolean isSqlite) throws SQLException {
        if (isSqlite) {
            var time = row.getTimestamp(column);
            return time == null ? null : time.toInstant();
        }
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    void write(PreparedStatement statement, int column, @Nullable Object value, boolean isSqlite) throws SQLException {
        switch (value) {
            case null -> statement.setNull(column, sqlType);
            case Instant time when isSqlite -> statement.setTimestamp(column, Timestamp.from(time));
            case Instant time -> statement.setObject(column, time.atOffset(ZoneOffset.UTC));
            case Long number -> statement.setLong(column, number);
            case Double number -> statement.setDouble(column, number);
            case String text -> statement.setString(column, text);
            case Boolean truth -> statement.setBoolean(column, truth);
            case byte[] bytes -> statement.setBytes(column, bytes);
            default -> throw new IllegalStateException("cannot write a " + value.getClass());
        }
    }

    /// The same bytes for the same value on either database.
    static byte[] bytes(Object value) {
        return switch (value) {
            case Long number -> bytes(number.longValue());
            case Double number -> bytes(Double.doubleToLongBits(number + 0.0)); // SQLite knows no -0.0
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case Boolean truth -> new byte[]{(byte) (truth ? 1 : 0)};
            case byte[] bytes -> bytes;
            case Instant time -> bytes(time.toEpochMilli());
            default -> throw new IllegalStateException("cannot compare a " + value.getClass());
        };
    }

    static byte[] bytes(long number) {
        var bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (number >>> (8 * i));
        }
        return bytes;
    }
}
