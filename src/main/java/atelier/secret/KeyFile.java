package atelier.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The file with the master keys: lines of an id and 32 bytes in Base64, the last one in force. A line of the Base64 alone will
/// do for a key the operator made, such as by `openssl rand -base64 32`.
final class KeyFile {
    private static final String HEAD = """
            # Atelier's master key. Whoever has it and the database can read the provider keys kept there; without it they are
            # lost. Back it up, but not beside the database.
            """;

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /// At least one key.
    List<MasterKey> read() {
        var keys = new ArrayList<MasterKey>();
        try {
            for (var line : Files.readAllLines(path)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(key(line.strip()));
                }
            }
        } catch (IOException failure) {
            throw new VaultException("The vault's key file " + path + " cannot be read. It must be a text file that the"
                    + " user Atelier runs as may read.", failure);
        }
        if (keys.isEmpty()) {
            throw damaged();
        }
        return keys;
    }

    private MasterKey key(String line) {
        var parts = line.split("\\s+", -1);
        try {
            var secret = Base64.getDecoder().decode(parts[parts.length - 1]);
            var key = new MasterKey(secret);
            if (secret.length == Gcm.KEY_BYTES
                    && (parts.length == 1 || (parts.length == 2 && parts[0].equals(key.id())))) {
                return key;
            }
        } catch (IllegalArgumentException failure) {
            // Told below, without the line: it may be most of a key.
        }
        throw damaged();
    }

    private VaultException damaged() {
        return new VaultException(
                "The vault's key file " + path + " is damaged. Put it back from your backup; if there is"
                        + " none, remove the file and the stored provider keys, and enter those keys again.");
    }

    /// Makes the file with this key, unless somebody else is faster.
    void create(MasterKey first) {
        put(List.of(first), (fresh, file) -> {
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException faster) {
                // Theirs is as good, and may be in use already.
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file);
            }
        });
    }

    /// Replaces the file as a whole, or leaves the old one; on the disk when this returns.
    void write(List<MasterKey> keys) {
        put(keys, (fresh, file) -> Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
    }

    private interface Placing {
        void place(Path fresh, Path file) throws IOException;
    }

    private void put(List<MasterKey> keys, Placing placing) {
        var text = new StringBuilder(HEAD);
        keys.forEach(key -> text.append(key.id()).append(' ')
                .append(Base64.getEncoder().encodeToString(key.secret())).append('\n'));
        try {
            var folder = Files.createDirectories(path.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(folder, "vault", ".new", ownerOnly(folder));
            try {
                flush(fresh, text.toString());
                placing.place(fresh, path);
            } finally {
                Files.deleteIfExists(fresh);
            }
            flushFolder(folder);
        } catch (IOException failure) {
            throw new VaultException("The vault's key file " + path + " cannot be written. Let the user Atelier runs as"
                    + " write to its folder, or name another file as vault.key-file.", failure);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private static void flush(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// The new name must survive a power cut too: a database with keys wrapped by a lost one is worthless.
    private static void flushFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException failure) {
            // Windows knows no such thing as opening a folder.
        }
    }
}
