package atelier.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Files of one disk, brought into a database that several nodes share.
///
/// @param files   how many are there now, those that were there before included
/// @param bytes   how large they are together
/// @param spoiled those whose content is not what their name says, which were left out
public record BroughtFiles(int files, long bytes, List<String> spoiled) {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c",
            "d", "e", "f");

    public BroughtFiles {
        spoiled = List.copyOf(spoiled);
    }

    /// Brings them over, each compared by its SHA-256 on the disk and again in the database. What was brought by an earlier run stays.
    ///
    /// @param folder where the files are, such as `files` in the data folder; may be missing
    /// @throws IOException when one cannot be read; those before it have arrived
    public static BroughtFiles from(Path folder, DatabaseAddress.Postgres to) throws IOException {
        var disk = new DiskArtifacts(folder);
        var files = 0;
        var bytes = 0L;
        var spoiled = new ArrayList<String>();
        try (var database = to.open()) {
            for (var digit : DIGITS) {
                for (var name : disk.storedBefore(Instant.MAX, digit)) {
                    var content = Files.readAllBytes(disk.path(name));
                    if (DiskArtifacts.hash(content).equals(name) && isThere(database, name, content)) {
                        files++;
                        bytes += content.length;
                    } else {
                        spoiled.add(name);
                    }
                }
            }
        }
        return new BroughtFiles(files, bytes, spoiled);
    }

    private static boolean isThere(Database database, String name, byte[] content) {
        return database.write(handle -> {
            handle.createUpdate("""
                    insert into artifact (sha256, content, stored_at) values (:hash, :content, :now)
                    on conflict (sha256) do nothing""").bind("hash", name).bind("content", content)
                    .bind("now", System.currentTimeMillis()).execute();
            return handle.createQuery("select encode(sha256(content), 'hex') from artifact where sha256 = :hash")
                    .bind("hash", name).mapTo(String.class).one().equals(name);
        });
    }
}
