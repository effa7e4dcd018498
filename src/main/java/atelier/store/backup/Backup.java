package atelier.store.backup;

import atelier.chat.UserFacingException;
import atelier.store.DatabaseAddress;
import atelier.store.DatabaseCondition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Makes a zip of everything Atelier keeps, from one moment, while it runs. The zip appears whole or not at all.
///
/// The vault's key is left out unless asked for: who has both it and the database can read people's provider keys. A
/// PostgreSQL database is left to `pg_dump`, as the remarks say.
public final class Backup {
    /// Folders in which backups are made; left behind only where the power failed.
    static final String UNFINISHED = ".backup";

    private final DataPlaces places;
    private final BackupNotes notes;
    private final InstantSource clock;

    public Backup(DataPlaces places, InstantSource clock) {
        this.places = places;
        this.notes = new BackupNotes(places.backups(), clock);
        this.clock = clock;
    }

    /// What was made.
    ///
    /// @param files   of people
    /// @param bytes   of the zip
    /// @param remarks sentences for the operator
    public record Made(boolean withDatabase, int files, long bytes, List<String> remarks) {}

    /// Blocks until the zip is on the disk.
    ///
    /// @param target must not exist; its folder is made
    /// @throws UserFacingException when it cannot be made; there is no zip then
    public Made make(Path target, boolean withKey) {
        try {
            var made = made(target.toAbsolutePath().normalize(), withKey);
            notes.made(target.toAbsolutePath().normalize());
            return made;
        } catch (ClosedByInterruptException stopped) {
            Thread.currentThread().interrupt();
            throw new UserFacingException("The backup was stopped. Make another one.");
        } catch (IOException failure) {
            throw failed("The backup " + target + " could not be made (" + failure.getMessage()
                    + "). Make room, or name a file where the user who runs this may write.");
        } catch (SQLException failure) {
            throw failed("The backup " + target + " could not be made, since the database could not be copied ("
                    + failure.getMessage()
                    + "). Make room if the disk is full; else `doctor` says how the database is.");
        } catch (UserFacingException failure) {
            throw failed(failure.sentence());
        }
    }

    private UserFacingException failed(String sentence) {
        notes.failed(sentence);
        return new UserFacingException(sentence);
    }

    private Made made(Path target, boolean withKey) throws IOException, SQLException {
        if (Files.exists(target)) {
            throw new UserFacingException(target + " exists already. Name a file that does not.");
        }
        if (withKey && !Files.isRegularFile(places.keyFile())) {
            throw new UserFacingException("There is no key file " + places.keyFile() + ". Leave --with-key out, or set"
                    + " vault.key-file.");
        }
        var folder = Files.createDirectories(target.getParent());
        var work = Files.createTempDirectory(folder, UNFINISHED); // which only its owner may read
        try {
            var made = zip(work, withKey);
            Files.move(work.resolve("zip"), target, StandardCopyOption.ATOMIC_MOVE);
            return made;
        } finally {
            for (var name : List.of("zip", Manifest.DATABASE, Manifest.DATABASE + "-journal")) {
                Files.deleteIfExists(work.resolve(name));
            }
            Files.deleteIfExists(work);
        }
    }

    private Made zip(Path work, boolean withKey) throws IOException, SQLException {
        var file = work.resolve("zip");
        var withDatabase = places.database() instanceof DatabaseAddress.Sqlite;
        int count = 0;
        try (var zip = new BackupZip(file)) {
            if (places.database() instanceof DatabaseAddress.Sqlite(var database)) {
                zip.add(Manifest.DATABASE, snapshot(database, work.resolve(Manifest.DATABASE)));
            }
            // After the database: a file is there before any row names it.
            for (var made : files()) {
                count += add(zip, made) ? 1 : 0;
            }
            if (withKey) {
                zip.add(Manifest.KEY, places.keyFile());
            }
            zip.finish(clock.instant());
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return new Made(withDatabase, count, Files.size(file), remarks(withKey));
    }

    private static Path snapshot(Path database, Path copy) throws SQLException {
        if (!Files.isRegularFile(database)) {
            throw new UserFacingException("There is no database " + database + ", so there is nothing to back up. Set"
                    + " data-dir, or name the right configuration with --config.");
        }
        try (var connection = new DatabaseAddress.Sqlite(database).connect();
                var vacuum = connection.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        if (DatabaseCondition.ofSqlite(copy) != DatabaseCondition.SOUND) {
            throw new UserFacingException(
                    "The database " + database + " is damaged, so no backup was made of it. Restore"
                            + " the newest backup; `doctor` says more.");
        }
        return copy;
    }

    private List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        try (var folders = Files.isDirectory(places.files()) ? Files.list(places.files()) : Stream.<Path>empty()) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                try (var files = Files.list(folder)) {
                    files.filter(file -> Manifest.isKnown(name(file))).sorted().forEach(all::add);
                }
            }
        }
        return all;
    }

    private static String name(Path file) {
        return "files/" + file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
    }

    private static boolean add(BackupZip zip, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            zip.add(name(file), content);
            return true;
        } catch (NoSuchFileException swept) {
            return false; // nobody needs it any more
        }
    }

    private List<String> remarks(boolean withKey) {
        var remarks = new ArrayList<String>();
        if (places.database() instanceof DatabaseAddress.Postgres postgres) {
            remarks.add("The database is not in it. Back it up as well, and before the files: " + postgres.dump());
        }
        if (withKey) {
            remarks.add(
                    "The vault's key is in it: whoever has this zip can read the provider keys people entrusted to the"
                            + " bot. Keep it where nobody else can read it.");
        } else if (Files.exists(places.keyFile())) {
            remarks.add(
                    "The vault's key is not in it. Keep a copy of " + places.keyFile() + " somewhere else; without it"
                            + " the provider keys in the backup cannot be read.");
        }
        return remarks;
    }
}
