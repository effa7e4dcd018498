package atelier.store;

import atelier.chat.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A lock on a data folder. Two processes on one folder would each take the other's running work for a dead one's and do
/// it again. The operating system lifts the lock of a process that dies.
final class OneProcess implements AutoCloseable {
    private final FileChannel channel;

    private OneProcess(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws UserFacingException when another process holds it
    static OneProcess at(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new OneProcess(channel);
            }
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + file, failure);
        }
        throw new UserFacingException(
                "The folder %s is in use by another Atelier. Stop that one, or give this one a data folder of its own."
                        .formatted(file.toAbsolutePath().getParent()));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException _) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
