package atelier.store.move;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Copies one table and reads the copy back.
final class TableCopy {
    private static final int MOST_ROWS = 1000;
    private static final long MOST_BYTES = 8L << 20;

    private final Side from;
    private final Side to;
    private final Table table;
    private long replaced;

    TableCopy(Side from, Side to, Table table) {
        this.from = from;
        this.to = to;
        this.table = table;
    }

    MovedTable run() throws SQLException {
        var began = System.nanoTime();
        var sent = copy();
        for (var column : table.columns()) {
            if (column.counts()) {
                to.counter(table, column, from.counter(table, column));
            }
        }
        var arrived = readBack();
        return new MovedTable(table.name(), sent.rows(), Duration.ofNanos(System.nanoTime() - began),
                sent.isSameAs(arrived), replaced);
    }

    private Fingerprint copy() throws SQLException {
        var sent = new Fingerprint();
        try (var reader = from.reader(table);
                var rows = reader.executeQuery(table.select());
                var writer = to.connection().prepareStatement(table.insert())) {
            var batch = new Batch(writer);
            while (rows.next()) {
                var row = new @Nullable Object[table.columns().size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = storable(table.columns().get(i).kind().read(rows, i + 1, from.isSqlite()));
                }
                sent.add(row);
                batch.add(row);
            }
            batch.send();
        }
        return sent;
    }

    /// PostgreSQL keeps no NUL in a text.
    private @Nullable Object storable(@Nullable Object value) {
        if (value instanceof String text && !to.isSqlite() && text.indexOf('\0') >= 0) {
            replaced++;
            return text.replace('\0', '\ufffd');
        }
        return value;
    }

    private Fingerprint readBack() throws SQLException {
        var arrived = new Fingerprint();
        try (var reader = to.reader(table); var rows = reader.executeQuery(table.select())) {
            var row = new @Nullable Object[table.columns().size()];
            while (rows.next()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = table.columns().get(i).kind().read(rows, i + 1, to.isSqlite());
                }
                arrived.add(row);
            }
        }
        return arrived;
    }

    /// Rows on their way, few enough to be held in memory.
    private final class Batch {
        private final PreparedStatement writer;
        private int rows;
        private long bytes;

        Batch(PreparedStatement writer) {
            this.writer = writer;
        }

        void add(@Nullable Object[] row) throws SQLException {
            for (int i = 0; i < row.length; i++) {
                table.columns().get(i).kind().write(writer, i + 1, row[i], to.isSqlite());
                bytes += row[i] instanceof String text
                        ? text.length()
                        : row[i] instanceof byte[] some ? some.length : 8;
            }
            writer.addBatch();
            rows++;
            if (rows >= MOST_ROWS || bytes >= MOST_BYTES) {
                send();
            }
        }

        void send() throws SQLException {
            if (rows > 0) {
                writer.executeBatch();
                rows = 0;
                bytes = 0;
            }
        }
    }
}
