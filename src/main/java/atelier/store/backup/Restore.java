package atelier.store.backup;

import atelier.chat.UserFacingException;
import atelier.store.DataLock;
import atelier.store.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/// Puts a backup where an Atelier finds its data. Nothing is written before the whole zip was read and compared with its
/// manifest, and nothing is put in place before the database was found sound.
public final class Restore {
    private static final String UNFINISHED = ".restoring";

    private final DataPlaces places;

    public Restore(DataPlaces places) {
        this.places = places;
    }

    /// What was restored.
    ///
    /// @param files   of people
    /// @param remarks sentences for the operator
    public record Restored(Instant madeAt, boolean withDatabase, int files, List<String> remarks) {}

    /// Blocks until everything is in place.
    ///
    /// @throws UserFacingException when it cannot be done; the data folder holds nothing of the backup then
    public Restored run(Path backup) {
        if (!Files.isRegularFile(backup)) {
            throw new UserFacingException("There is no file " + backup + ". Name a zip made by `admin backup`.");
        }
        try (var archive = new BackupArchive(backup)) {
            var manifest = archive.check();
            refuseWrongDatabase(manifest);
            refuseUsed(manifest);
            Files.createDirectories(places.folder());
            try (var _ = DataLock.take(places.folder())) {
                return restore(archive, manifest);
            }
        } catch (ZipException damaged) {
            throw new UserFacingException(backup + " is damaged, or no zip (" + damaged.getMessage()
                    + "). Nothing was restored; take another backup.");
        } catch (IOException | SQLException failure) {
            throw new UserFacingException("The backup could not be restored (" + failure.getMessage()
                    + "). Make room, or let this user write to " + places.folder() + "; empty it, and try again.");
        }
    }

    private void refuseWrongDatabase(Manifest manifest) {
        var withDatabase = manifest.entries().containsKey(Manifest.DATABASE);
        if (withDatabase && !(places.database() instanceof DatabaseAddress.Sqlite)) {
            throw new UserFacingException(
                    "The backup holds a SQLite database, but database.url names PostgreSQL. Restore"
                            + " it without database.url, and then move it there with `admin migrate-store`.");
        }
        if (!withDatabase && places.database() instanceof DatabaseAddress.Sqlite) {
            throw new UserFacingException("The backup holds files alone, since its database was on PostgreSQL. Set"
                    + " database.url to where you restore that with pg_restore, and try again.");
        }
    }

    /// The key file, and backups themselves, may be there already.
    private void refuseUsed(Manifest manifest) throws IOException {
        if (DataLock.isHeld(places.folder())) {
            throw new UserFacingException(
                    "An Atelier runs on " + places.folder() + ". Stop it, and restore into another,"
                            + " empty data-dir.");
        }
        var key = places.keyFile().toAbsolutePath().normalize();
        if (manifest.entries().containsKey(Manifest.KEY) && Files.exists(key)) {
            throw new UserFacingException("The backup holds the vault's key, but " + key + " is there already. Move it"
                    + " away, and try again.");
        }
        if (places.database() instanceof DatabaseAddress.Sqlite(var file) && Files.exists(file)) {
            throw new UserFacingException(file + " is there already. Move it away, or restore into another data-dir.");
        }
        var welcome = Set.of("atelier.lock", "backups", UNFINISHED);
        try (var there = Files.isDirectory(places.folder()) ? Files.list(places.folder()) : Stream.<Path>empty()) {
            var foreign = there.filter(file -> !welcome.contains(file.getFileName().toString()))
                    .filter(file -> !file.toAbsolutePath().normalize().equals(key)).findFirst();
            if (foreign.isPresent()) {
                throw new UserFacingException(
                        "The data folder is not empty: " + foreign.get() + " is there. Move what is"
                                + " in it away, or restore into another data-dir (ATELIER_DATA_DIR).");
            }
        }
    }

    private Restored restore(BackupArchive archive, Manifest manifest) throws IOException, SQLException {
        var work = places.folder().resolve(UNFINISHED);
        delete(work);
        try {
            Files.createDirectory(work);
            archive.extract(manifest, work);
            var remarks = new ArrayList<String>();
            if (manifest.entries().containsKey(Manifest.DATABASE)) {
                remarks.addAll(examine(work.resolve(Manifest.DATABASE), manifest));
            }
            place(work);
            var files = manifest.entries().keySet().stream().filter(path -> path.startsWith("files/")).count();
            return new Restored(manifest.madeAt(), manifest.entries().containsKey(Manifest.DATABASE), (int) files,
                    remarks);
        } finally {
            delete(work);
        }
    }

    private List<String> examine(Path database, Manifest manifest) throws SQLException {
        try (var connection = new DatabaseAddress.Sqlite(database).connect();
                var statement = connection.createStatement()) {
            try (var answer = statement.executeQuery("pragma integrity_check(1)")) {
                if (!answer.next() || !"ok".equals(answer.getString(1))) {
                    throw new UserFacingException(
                            "The database in the backup is damaged. Nothing was restored; take another"
                                    + " backup.");
                }
            }
            try (var answer = statement.executeQuery("select count(*) from provider_key")) {
                var needsKey = answer.next() && answer.getLong(1) > 0
                        && !manifest.entries().containsKey(Manifest.KEY) && !Files.exists(places.keyFile());
                return needsKey
                        ? List.of(
                                "It holds provider keys of people, which cannot be used without the vault's key. Put your copy"
                                        + " of the key file at " + places.keyFile() + ".")
                        : List.of();
            }
        }
    }

    /// The database last: until it is there, nothing looks restored.
    private void place(Path work) throws IOException {
        if (Files.exists(work.resolve("files"))) {
            Files.move(work.resolve("files"), places.files(), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(work.resolve(Manifest.KEY))) {
            Files.createDirectories(places.keyFile().toAbsolutePath().getParent());
            Files.move(work.resolve(Manifest.KEY), places.keyFile());
        }
        if (places.database() instanceof DatabaseAddress.Sqlite(var file)
                && Files.exists(work.resolve(Manifest.DATABASE))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.move(work.resolve(Manifest.DATABASE), file);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.toList();
        }
        for (var file : all.reversed()) {
            Files.delete(file);
        }
    }

    /// A file only its owner may read, where the system knows such a thing.
    static OutputStream ownersOnly(Path file) throws IOException {
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }
}
