package atelier.store.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which tables a database has, by its own account.
final class Schema {
    /// Kept by the migrations of each database itself.
    static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /// Names of all tables but those of the database itself.
    static Set<String> names(Connection connection) throws SQLException {
        var names = new TreeSet<String>();
        try (var tables = connection.getMetaData().getTables(null, connection.getSchema(), "%",
                new String[]{"TABLE", "PARTITIONED TABLE"})) {
            while (tables.next()) {
                var name = tables.getString("TABLE_NAME");
                if (!name.startsWith("sqlite_")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /// All tables with data, each after those it refers to.
    static List<Table> tables(Connection connection) throws SQLException {
        var left = new ArrayList<Table>();
        for (var name : names(connection)) {
            if (!name.equals(HISTORY)) {
                left.add(new Table(name, columns(connection, name), parents(connection, name)));
            }
        }
        return ordered(left);
    }

    private static List<Table> ordered(List<Table> tables) {
        var left = new ArrayList<>(tables);
        var ordered = new ArrayList<Table>();
        var done = new HashSet<String>();
        while (!left.isEmpty()) {
            var next = left.stream().filter(table -> done.containsAll(table.parents())).findFirst().orElseThrow(
                    () -> new IllegalStateException("tables that refer to one another in a circle: " + left));
            left.remove(next);
            ordered.add(next);
            done.add(next.name());
        }
        return ordered;
    }

    private static List<Table.Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Table.Column>();
        try (var rows = connection.getMetaData().getColumns(null, connection.getSchema(), escaped(connection, table),
                "%")) {
            while (rows.next()) {
                var name = rows.getString("COLUMN_NAME");
                columns.add(new Table.Column(name, Kind.of(table, name, rows.getString("TYPE_NAME")), counts(rows)));
            }
        }
        columns.sort(Comparator.comparing(Table.Column::name));
        return columns;
    }

    private static boolean counts(ResultSet column) throws SQLException {
        return "YES".equals(column.getString("IS_AUTOINCREMENT"));
    }

    /// The metadata takes a pattern, in which an underscore stands for anything.
    private static String escaped(Connection connection, String table) throws SQLException {
        return table.replace("_", connection.getMetaData().getSearchStringEscape() + "_");
    }

    private static Set<String> parents(Connection connection, String table) throws SQLException {
        var parents = new TreeSet<String>();
        try (var keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(table);
        return parents;
    }
}
