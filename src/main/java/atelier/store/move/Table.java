package atelier.store.move;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A table as the database describes it.
///
/// @param columns in the order of their names, which is the same on both sides
/// @param parents tables its rows refer to
record Table(String name, List<Column> columns, Set<String> parents) {
    /// @param counts whether the database numbers new rows by it
    record Column(String name, Kind kind, boolean counts) {}

    String quoted() {
        return quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String list() {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    String select() {
        return "select " + list() + " from " + quoted();
    }

    String insert() {
        return "insert into " + quoted() + " (" + list() + ") values ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /// How many bytes the texts and blobs of its largest row have, in PostgreSQL's SQL.
    String largest() {
        var lengths = columns.stream().filter(it -> it.kind() == Kind.TEXT || it.kind() == Kind.BYTES)
                .map(it -> "coalesce(octet_length(" + quoted(it.name()) + "), 0)").collect(Collectors.joining(" + "));
        return "select coalesce(max(" + (lengths.isEmpty() ? "0" : lengths) + "), 0) from " + quoted();
    }

    /// Without what only one of the databases knows.
    List<String> shape() {
        return columns.stream().map(column -> column.name() + " " + column.kind()).toList();
    }
}
