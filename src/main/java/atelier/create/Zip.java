package atelier.create;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files in one archive: the same files give the same bytes. A [Manifest] goes with them, unless they bring one.
public final class Zip {
    /// The first day of the format itself would bring the time zone of the machine into the bytes.
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    /// Sizes and signs of the archive's own directory.
    private static final int END = 22, NAME = 46, ENTRY = 0x02014b50;
    /// `drwxr-xr-x` and `-rw-r--r--` in the upper half.
    private static final int FOLDER_RIGHTS = 0x41ED0010, FILE_RIGHTS = 0x81A40000;

    private Zip() {}

    /// Everything a creator made, with who made it and what was checked.
    public static byte[] of(Creation creation, Instant at) {
        return packed(creation.files(), Manifest.of(creation, at));
    }

    public static byte[] of(List<Artifact> files, List<Check> checks) {
        return packed(files, Manifest.of(files, checks));
    }

    private static byte[] packed(List<Artifact> files, Artifact manifest) {
        var out = new ByteArrayOutputStream();
        var paths = new SafePaths();
        var folders = new HashSet<String>();
        boolean brings = files.stream().anyMatch(file -> file.path().equals(Manifest.NAME));
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files) {
                // Paths are safe already; whoever forgot finds out here and not on a person's disk.
                if (!(paths.claim(file.path()) instanceof SafePath.Safe(var path))) {
                    throw new IllegalArgumentException("unsafe path in a zip");
                }
                put(zip, path, file.content(), folders);
            }
            if (!brings && paths.claim(manifest.path()) instanceof SafePath.Safe(var path)) {
                put(zip, path, manifest.content(), folders);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forUnix(out.toByteArray());
    }

    /// Says in the directory of the archive that it was made on Unix, with the usual rights: `unzip` believes names in UTF-8 only then,
    /// and turns `größe` into signs otherwise (PKWARE's APPNOTE 4.4.2, 4.4.15).
    private static byte[] forUnix(byte[] zip) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < count && bytes.getInt(at) == ENTRY; i++) {
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            boolean folder = zip[at + NAME + name - 1] == '/';
            bytes.put(at + 5, (byte) 3);
            bytes.putInt(at + 38, folder ? FOLDER_RIGHTS : FILE_RIGHTS);
            at += NAME + name + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return zip;
    }

    private static void put(ZipOutputStream zip, String path, byte[] content, Set<String> folders) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            var folder = path.substring(0, slash + 1);
            if (folders.add(folder)) {
                var entry = new ZipEntry(folder);
                entry.setTimeLocal(EPOCH);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
                zip.closeEntry();
            }
        }
        var entry = new ZipEntry(path);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
