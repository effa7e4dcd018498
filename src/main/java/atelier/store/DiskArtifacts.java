package atelier.store;

import atelier.chat.UserFacingException;
import atelier.engine.port.ArtifactStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files by content below one folder: `ab/abcdef…`. A file appears whole or not at all.
public final class DiskArtifacts implements ArtifactStore {
    private static final Logger LOG = LoggerFactory.getLogger(DiskArtifacts.class);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String PARTIAL = ".part";

    private final Path folder;
    private final ReentrantLock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    public DiskArtifacts(Path folder) {
        this.folder = folder;
    }

    /// @throws UserFacingException when the disk takes no more, in words for the person whose file it is
    @Override
    public String put(byte[] content) {
        var hash = hash(content);
        var path = path(hash);
        try {
            Files.createDirectories(path.getParent());
            if (!isRenewed(hash)) {
                write(content, path);
            }
        } catch (IOException failure) {
            LOG.error("cannot store a file of {} bytes", content.length, failure);
            throw new UserFacingException(
                    "I have no room left for files, so I could not finish this. Nothing was charged."
                            + " Please tell whoever runs me, and try again later.");
        }
        return hash;
    }

    /// Whoever stores again what is there already needs it from now on, whatever its age.
    private boolean isRenewed(String hash) throws IOException {
        var lock = lock(hash);
        lock.lock();
        try {
            Files.setLastModifiedTime(path(hash), FileTime.fromMillis(System.currentTimeMillis()));
            return true;
        } catch (NoSuchFileException missing) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static void write(byte[] content, Path path) throws IOException {
        var partial = Files.createTempFile(path.getParent(), "new", PARTIAL);
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// Files last stored before a moment, by hash, whose hashes begin with these hex digits. What was begun by then and never
    /// finished is removed.
    Set<String> storedBefore(Instant moment, String begin) throws IOException {
        var found = new HashSet<String>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (var folders = Files.newDirectoryStream(folder, begin + "[0-9a-f]")) {
            for (var some : folders) {
                if (!Files.isDirectory(some)) {
                    continue; // people may keep other things here
                }
                try (var files = Files.newDirectoryStream(some)) {
                    for (var file : files) {
                        note(file, moment, found);
                    }
                }
            }
        }
        return found;
    }

    private static void note(Path file, Instant moment, Set<String> found) throws IOException {
        var name = file.getFileName().toString();
        if (isOlder(file, moment)) {
            if (name.endsWith(PARTIAL)) {
                Files.deleteIfExists(file);
            } else if (HASH.matcher(name).matches()) {
                found.add(name);
            }
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// Removes a file unless it was stored again since.
    ///
    /// @return whether it is gone
    boolean removeUnlessStoredSince(String hash, Instant moment) throws IOException {
        var lock = lock(hash);
        lock.lock();
        try {
            return isOlder(path(hash), moment) && Files.deleteIfExists(path(hash));
        } finally {
            lock.unlock();
        }
    }

    /// Removes a file whatever its age.
    void remove(String hash) throws IOException {
        var lock = lock(hash);
        lock.lock();
        try {
            Files.deleteIfExists(path(hash));
        } finally {
            lock.unlock();
        }
    }

    /// One process has the folder (see [DataLock]), so this keeps storing and removing the same content apart.
    private ReentrantLock lock(String hash) {
        return locks[Integer.parseInt(hash.substring(0, 2), 16) % locks.length];
    }

    @Override
    public Path path(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
