package atelier.store;

import atelier.engine.port.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Files by content below one folder: `ab/abcdef…`. A file appears whole or not at all.
public final class DiskArtifacts implements ArtifactStore {
    private final Path folder;

    public DiskArtifacts(Path folder) {
        this.folder = folder;
    }

    @Override
    public String put(byte[] content) {
        var hash = hash(content);
        var path = path(hash);
        if (!Files.exists(path)) {
            write(content, path);
        }
        return hash;
    }

    private static void write(byte[] content, Path path) {
        try {
            Files.createDirectories(path.getParent());
            var partial = Files.createTempFile(path.getParent(), "new", ".part");
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot store a file of " + content.length + " bytes", failure);
        }
    }

    @Override
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
