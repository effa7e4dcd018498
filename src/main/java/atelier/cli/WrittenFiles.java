package atelier.cli;

import atelier.create.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            written.add(new Written(target, file.mediaType(), file.content().length, file.sha256()));
        }
        return written;
    }
}
