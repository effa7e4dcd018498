package atelier.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The folder for data and the room left on its disk.
///
/// @param database  the file of the database; null where that is on a server
/// @param leastFree bytes that must be left, and twice what the database has
/// @param fileSystem names the kind of file system a path is on
record DataCheck(Path folder, @Nullable Path database, long leastFree, Function<Path, String> fileSystem)
        implements
            Check {
    /// On these a lock may hold on one machine only, and a database be torn.
    private static final Pattern NETWORK = Pattern
            .compile("(?i)nfs\\d?|cifs|smb.*|afpfs|9p|afs|ceph|glusterfs|webdav|davfs2?"
                    + "|fuse\\.(sshfs|rclone|s3fs|gluster.*)|ncpfs");
    private static final String WHAT_TO_DO = "Let the user who runs Atelier write there, or set `data-dir`.";

    DataCheck(Path folder, @Nullable Path database) {
        this(folder, database, 200L << 20, DataCheck::fileSystemOf);
    }

    private static String fileSystemOf(Path path) {
        try {
            return Files.getFileStore(path).type();
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public String subject() {
        return "Data folder";
    }

    @Override
    public List<Finding> findings() {
        var existing = existing();
        if (existing == null || !Files.isDirectory(existing)) {
            return List.of(Finding.wrong(Ailment.DATA_IS_A_FILE, subject(), existing + " is a file, not a folder",
                    "Set another `data-dir`."));
        }
        try {
            Files.delete(Files.createTempFile(existing, "atelier", ".tmp"));
        } catch (IOException _) {
            return List.of(Finding.wrong(Ailment.DATA_NOT_WRITABLE, subject(), existing + " cannot be written to",
                    WHAT_TO_DO));
        }
        var kind = fileSystem.apply(existing);
        if (NETWORK.matcher(kind).matches()) {
            return List.of(Finding.doubtful(Ailment.DATA_ON_NETWORK, subject(),
                    folder + " is on a network file system ("
                            + kind + "), where SQLite can lose what it wrote",
                    "Set `data-dir` to a disk of this machine, or use PostgreSQL (`database.url`)."), disk(existing));
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
                return Finding.doubtful(Ailment.DISK_NEARLY_FULL, "Disk",
                        "only " + megabytes + " where " + folder + " is",
                        "Make room before the database cannot be written any more.");
            }
            var used = database == null ? 0 : size(database);
            return free < 2 * used
                    ? Finding.doubtful(Ailment.DISK_TOO_SMALL_FOR_BACKUP, "Disk",
                            "only " + megabytes + " where " + folder + " is, less than twice the "
                                    + (used >> 20) + " MB of the database",
                            "Make room; a backup needs it.")
                    : Finding.fine("Disk", megabytes);
        } catch (IOException failure) {
            return Finding.doubtful(Ailment.DISK_NEARLY_FULL, "Disk", "nobody can say how full it is",
                    "Look with `df`.");
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
