package atelier.store;

import atelier.chat.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Keeps a second Atelier off a data folder, where it would take over jobs and messages of the first. The system lets go of
/// it whichever way the process ends.
public final class DataLock implements AutoCloseable {
    private final @Nullable FileChannel channel;

    private DataLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the folder, which must exist.
    ///
    /// @throws UserFacingException when another Atelier has it
    public static DataLock take(Path folder) {
        FileChannel channel = null;
        try {
            channel = open(folder);
            if (lock(channel) == null) {
                channel.close();
                throw new UserFacingException("Another Atelier already uses the folder " + folder
                        + ". Stop that one, or give this one another data-dir (ATELIER_DATA_DIR).");
            }
        } catch (IOException failure) {
            // Some network disks cannot lock; that is no reason not to start.
            LoggerFactory.getLogger(DataLock.class).warn("the folder {} cannot be locked: {}", folder,
                    failure.getMessage());
        }
        return new DataLock(channel);
    }

    /// Whether an Atelier runs on this folder.
    public static boolean isHeld(Path folder) {
        if (!Files.exists(file(folder))) {
            return false;
        }
        try (var channel = open(folder)) {
            return lock(channel) == null;
        } catch (IOException _) {
            return false;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // within this very process
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path file(Path folder) {
        return folder.resolve("atelier.lock");
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
