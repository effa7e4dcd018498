package atelier.store.backup;

import atelier.chat.UserFacingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A backup that is read, as one that anybody may have changed.
final class BackupArchive implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;

    BackupArchive(Path file) throws IOException {
        this.file = file;
        this.zip = new ZipFile(file.toFile());
    }

    /// Reads everything once, without writing anything.
    ///
    /// @throws UserFacingException when it is not exactly what its manifest says
    Manifest check() throws IOException {
        var listed = zip.getEntry(Manifest.NAME);
        if (listed == null) {
            throw refused("has no " + Manifest.NAME);
        }
        Manifest manifest;
        try (var text = zip.getInputStream(listed)) {
            manifest = Manifest.read(text);
        }
        var left = new TreeSet<>(manifest.entries().keySet());
        for (var entry : zip.stream().toList()) {
            var name = entry.getName();
            if (!name.equals(Manifest.NAME) && !left.remove(name)) {
                throw refused("holds “" + name.replaceAll("\\p{Cntrl}", "?") + "”, which is not in its manifest");
            }
        }
        if (!left.isEmpty()) {
            throw refused("lacks " + left.first());
        }
        for (var entry : manifest.entries().entrySet()) {
            copy(entry.getKey(), entry.getValue(), OutputStream.nullOutputStream());
        }
        return manifest;
    }

    private void copy(String name, String sha256, OutputStream to) throws IOException {
        try (var content = zip.getInputStream(zip.getEntry(name))) {
            if (!Hashing.copy(content, to).equals(sha256)) {
                throw refused("is damaged: " + name + " is not what it was");
            }
        }
    }

    /// Writes everything a checked manifest names below a folder.
    void extract(Manifest manifest, Path folder) throws IOException {
        var needed = zip.stream().mapToLong(ZipEntry::getSize).sum();
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw new UserFacingException(
                    "The backup needs %,d MB, but only %,d MB are free where the data folder is. Make"
                            .formatted(needed >> 20, free >> 20) + " room, and try again.");
        }
        for (var entry : manifest.entries().entrySet()) {
            var target = folder.resolve(entry.getKey());
            Files.createDirectories(target.getParent());
            try (var to = Restore.ownersOnly(target)) {
                copy(entry.getKey(), entry.getValue(), to);
            }
        }
    }

    private UserFacingException refused(String why) {
        return new UserFacingException(file + " " + why + ". Nothing was restored; take another backup.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
