package atelier.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A backup that is being written.
final class BackupZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final Map<String, String> entries = new LinkedHashMap<>();

    BackupZip(Path file) throws IOException {
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED); // most of it is compressed already
    }

    void add(String name, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            add(name, content);
        }
    }

    void add(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        entries.put(name, Hashing.copy(content, zip));
        zip.closeEntry();
    }

    void finish(Instant now) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(new Manifest(now, entries).bytes());
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
