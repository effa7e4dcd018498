package atelier.cli;

import atelier.chat.UserFacingException;
import atelier.secret.SecretMask;
import atelier.store.BroughtFiles;
import atelier.store.DataLock;
import atelier.store.DatabaseAddress;
import atelier.store.move.MovedTable;
import atelier.store.move.StoreMove;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Moves everything in the database to another one, SQLite or PostgreSQL, while no Atelier runs; to PostgreSQL, where several nodes may
/// need them, with the files people made.
@Command(name = "migrate-store", mixinStandardHelpOptions = true, description = "move the database to another one, SQLite or PostgreSQL; the service must not run")
final class MigrateStoreCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--to", required = true, paramLabel = "URL", description = "JDBC address of the new, empty database")
    private String to = "";

    @Option(names = "--from", paramLabel = "URL", description = "JDBC address of the old one; that of the configuration unless given")
    private @Nullable String from;

    @Option(names = "--files-only", description = "bring over the files alone, into a PostgreSQL that was moved to before")
    private boolean isFilesOnly;

    @Spec
    private @Nullable CommandSpec spec;

    MigrateStoreCommand() {}

    /// @return 1 when a table is not the same on both sides; nothing was moved then
    @Override
    public Integer call() {
        var loaded = config.loadForPerson();
        SecretMask.learn(from == null ? List.of(to) : List.of(to, from));
        var source = from == null ? Databases.address(loaded) : DatabaseAddress.of(from);
        var target = DatabaseAddress.of(to);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var locks = new ArrayList<DataLock>();
        try {
            folders(loaded.dataDir(), source, target).forEach(folder -> locks.add(DataLock.take(folder)));
            if (isFilesOnly) {
                return bring(out, loaded.dataDir(), target);
            }
            out.printf(Locale.ROOT, "%-28s %12s %9s%n", "table", "rows", "seconds");
            var moved = new StoreMove(source, target).run(table -> print(out, table));
            var told = tell(out, moved, target);
            return told == 0 && target instanceof DatabaseAddress.Postgres
                    ? bring(out, loaded.dataDir(), target)
                    : told;
        } finally {
            locks.forEach(DataLock::close);
        }
    }

    /// The files of this data folder, for all nodes.
    private static int bring(PrintWriter out, Path dataDir, DatabaseAddress target) {
        if (!(target instanceof DatabaseAddress.Postgres server)) {
            throw new UserFacingException(
                    "Files are brought into a PostgreSQL only; with SQLite they stay on the disk.");
        }
        try {
            var brought = BroughtFiles.from(dataDir.resolve("files"), server);
            out.printf(Locale.ROOT, "%,d files with %,d bytes are there as well, each compared by its SHA-256.%n",
                    brought.files(), brought.bytes());
            brought.spoiled()
                    .forEach(name -> out.println("✗ " + name + " is not what its name says and was left out."));
            return brought.spoiled().isEmpty() ? 0 : 1;
        } catch (IOException failure) {
            throw new UserFacingException("The tables were moved, but a file could not be read (" + failure.getMessage()
                    + "). Put that right and run this again with --files-only.");
        }
    }

    /// Every folder that an Atelier on one of the databases would hold.
    private static Set<Path> folders(Path dataDir, DatabaseAddress source, DatabaseAddress target) {
        var folders = new LinkedHashSet<Path>();
        if (Files.isDirectory(dataDir)) {
            folders.add(dataDir.toAbsolutePath().normalize());
        }
        if (source instanceof DatabaseAddress.Sqlite(var file) && Files.isDirectory(folder(file))) {
            folders.add(folder(file));
        }
        if (target instanceof DatabaseAddress.Sqlite(var file)) {
            make(folder(file));
            folders.add(folder(file));
        }
        return folders;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UserFacingException("The folder " + folder + " cannot be made (" + failure.getMessage()
                    + "). Name another file as --to.");
        }
    }

    private static void print(PrintWriter out, MovedTable table) {
        out.printf(Locale.ROOT, "%-28s %,12d %9.1f  %s%n", table.name(), table.rows(), table.took().toMillis() / 1000.0,
                table.same() ? "✓" : "✗");
        out.flush();
    }

    private static int tell(PrintWriter out, List<MovedTable> moved, DatabaseAddress target) {
        var different = moved.stream().filter(table -> !table.same()).map(MovedTable::name).toList();
        if (!different.isEmpty()) {
            out.println(
                    "Not the same on both sides: " + String.join(", ", different) + ". Nothing was moved; the target"
                            + " is as empty as before. Please report this.");
            return 1;
        }
        var replaced = moved.stream().mapToLong(MovedTable::replaced).sum();
        if (replaced > 0) {
            out.println("%,d texts had NUL characters, which PostgreSQL does not keep; each is U+FFFD now."
                    .formatted(replaced));
        }
        out.println(
                "%d tables with %,d rows are in %s, compared row by row. Set database.url (ATELIER_DATABASE_URL) to it"
                        .formatted(moved.size(), moved.stream().mapToLong(MovedTable::rows).sum(), target)
                        + " before the next start; the vault's key file stays where it is.");
        return 0;
    }
}
