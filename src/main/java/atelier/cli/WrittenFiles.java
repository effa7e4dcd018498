package atelier.cli;

import atelier.create.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Writes made files below a folder.
final class WrittenFiles {
    private WrittenFiles() {}

    record Written(Path path, String mediaType, long bytes, String sha256) {}

    static List<Written> write(List<Artifact> files, Path out) throws IOException {
        var folder = out.toAbsolutePath().normalize();
        var written = new ArrayList<Written>();
        for (var file : files) {
            var target = folder.resolve(file.path()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("unsafe name " + file.path());
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.content());
            written.add(new Written(target, file.mediaType(), file.content().length, sha256(file.content())));
        }
        return written;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
