package atelier.create;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files in one archive: the same files give the same bytes. `manifest.json` lists them with their digests, and the checks.
public final class Zip {
    /// The first day of the format itself would bring the time zone of the machine into the bytes.
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Zip() {}

    public static byte[] of(List<Artifact> files, List<Check> checks) {
        var out = new ByteArrayOutputStream();
        var paths = new SafePaths();
        var manifest = JSON.createObjectNode();
        var listed = manifest.putArray("files");
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files) {
                // Paths are safe already; whoever forgot finds out here and not on a person's disk.
                if (!(paths.claim(file.path()) instanceof SafePath.Safe(var path))) {
                    throw new IllegalArgumentException("unsafe path in a zip");
                }
                put(zip, path, file.content());
                listed.addObject().put("path", path).put("mediaType", file.mediaType())
                        .put("bytes", file.content().length).put("sha256", sha256(file.content()));
            }
            var ran = manifest.putArray("checks");
            for (var check : checks) {
                ran.addObject().put("name", check.name()).put("passed", check.passed()).put("detail", check.detail());
            }
            if (paths.claim("manifest.json") instanceof SafePath.Safe(var path)) {
                put(zip, path, (manifest.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
