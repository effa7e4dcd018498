package atelier.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The folder for data and the room left on its disk.
///
/// @param database  the file of the database; null where that is on a server
/// @param leastFree bytes that must be left, and twice what the database has
record DataCheck(Path folder, @Nullable Path database, long leastFree) implements Check {
    private static final String WHAT_TO_DO = "Let the user who runs Atelier write there, or set `data-dir`.";

    DataCheck(Path folder, @Nullable Path database) {
        this(folder, database, 200L << 20);
    }

    @Override
    public String subject() {
        return "Data folder";
    }

    @Override
    public List<Finding> findings() {
        var existing = existing();
        if (existing == null || !Files.isDirectory(existing)) {
            return List.of(Finding.wrong(subject(), existing + " is a file, not a folder", "Set another `data-dir`."));
        }
        try {
            Files.delete(Files.createTempFile(existing, "atelier", ".tmp"));
        } catch (IOException _) {
            return List.of(Finding.wrong(subject(), existing + " cannot be written to", WHAT_TO_DO));
        }
        return List.of(existing.equals(absolute())
                ? Finding.fine(subject(), folder + " can be written to")
                : Finding.fine(subject(), folder + " will be made at the first start"), disk(existing));
    }

    private Finding disk(Path existing) {
        try {
            var free = Files.getFileStore(existing).getUsableSpace();
            var megabytes = (free >> 20) + " MB are free";
            if (free < leastFree) {
                return Finding.doubtful("Disk", "only " + megabytes + " where " + folder + " is",
                        "Make room before the database cannot be written any more.");
            }
            var used = database == null ? 0 : size(database);
            return free < 2 * used
                    ? Finding.doubtful("Disk", "only " + megabytes + " where " + folder + " is, less than twice the "
                            + (used >> 20) + " MB of the database", "Make room; a backup needs it.")
                    : Finding.fine("Disk", megabytes);
        } catch (IOException failure) {
            return Finding.doubtful("Disk", "nobody can say how full it is", "Look with `df`.");
        }
    }

    /// With what was written but not yet put in its place.
    private static long size(Path database) throws IOException {
        long size = 0;
        for (var file : List.of(database, database.resolveSibling(database.getFileName() + "-wal"))) {
            size += Files.exists(file) ? Files.size(file) : 0;
        }
        return size;
    }

    /// The folder itself, or the nearest one above it that is there.
    private @Nullable Path existing() {
        Path path = absolute();
        while (path != null && !Files.exists(path)) {
            path = path.getParent();
        }
        return path;
    }

    private Path absolute() {
        return folder.toAbsolutePath().normalize();
    }
}
