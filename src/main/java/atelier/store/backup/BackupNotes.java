package atelier.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When a backup was last made and when one last failed, whoever tried: what `doctor` tells.
public final class BackupNotes {
    private static final Logger LOG = LoggerFactory.getLogger(BackupNotes.class);
    private static final String MADE = "last-made.txt";
    private static final String FAILED = "last-failed.txt";

    private final Path folder;
    private final InstantSource clock;

    /// @param folder made when needed
    public BackupNotes(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// @param what the path of the backup, or why there is none
    public record Note(Instant at, String what) {}

    /// The newest backup.
    public Optional<Note> lastMade() {
        return read(MADE);
    }

    /// The last failure, unless a backup was made since.
    public Optional<Note> failedSince() {
        var made = lastMade().map(Note::at).orElse(Instant.MIN);
        return read(FAILED).filter(failure -> failure.at().isAfter(made));
    }

    void made(Path backup) {
        write(MADE, backup.toString());
    }

    void failed(String why) {
        write(FAILED, why);
    }

    private void write(String name, String what) {
        try {
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, "note", ".tmp");
            Files.writeString(fresh, clock.instant() + "\n" + what + "\n");
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            LOG.warn("that a backup was made or failed could not be noted in {}: {}", folder, failure.toString());
        }
    }

    private Optional<Note> read(String name) {
        try {
            var lines = Files.readAllLines(folder.resolve(name));
            return Optional
                    .of(new Note(Instant.parse(lines.getFirst()), String.join(" ", lines.subList(1, lines.size()))));
        } catch (IOException | DateTimeException | NoSuchElementException none) {
            return Optional.empty();
        }
    }
}
