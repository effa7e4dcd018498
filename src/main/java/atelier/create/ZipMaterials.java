package atelier.create;

import atelier.create.Workbench.Material;
import atelier.language.Sentence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The text files of an archive, unpacked in memory while counting, so that an archive made to fill it is stopped early.
final class ZipMaterials {
    private static final int MAX_ENTRIES = 2_000;
    private static final long MAX_BYTES = 100L * 1024 * 1024;
    private static final int MAX_RATIO = 100;
    /// Small archives of very repetitive text may pack tighter.
    private static final long RATIO_SLACK = 1024 * 1024;
    private static final int MAX_FILE = 1024 * 1024;
    private static final Pattern OUTSIDE = Pattern
            .compile("(?:^|.*[/\\\\])\\.\\.(?:[/\\\\].*|$)|[/\\\\].*|[A-Za-z]:.*");
    private static final Pattern JUNK = Pattern
            .compile("(?:.*/)?(?:__MACOSX|\\.git|node_modules|\\.DS_Store|__pycache__|\\.idea|\\.vscode)(?:/.*)?");
    private static final Pattern NESTED = Pattern.compile(".*\\.(?:zip|jar|war|7z|rar|gz|tgz|bz2|xz|zst|tar)");

    private final String name;
    private final int packed;
    private final List<Material> materials = new ArrayList<>();
    private final List<Sentence> skipped = new ArrayList<>();
    private final SafePaths paths = new SafePaths();
    private long unpacked;
    private int room = Materials.MAX_TEXT;

    private ZipMaterials(String name, int packed) {
        this.name = name;
        this.packed = packed;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5)
                && bytes[3] == bytes[2] + 1;
    }

    static Materials read(String name, byte[] bytes) {
        var reader = new ZipMaterials(name, bytes.length);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    return reader.refused("material.zip.many");
                }
                var problem = reader.take(zip, entry);
                if (!problem.isEmpty()) {
                    return reader.refused(problem);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return reader.refused(isEncrypted(bytes)
                    ? "material.zip.password"
                    : "material.zip.damaged");
        }
        return reader.result();
    }

    /// By the first file's flag; later ones end in the general sentence.
    private static boolean isEncrypted(byte[] bytes) {
        return bytes.length > 6 && (bytes[6] & 1) == 1;
    }

    /// What forbids the whole archive; empty when nothing does.
    private String take(ZipInputStream zip, ZipEntry entry) throws IOException {
        var path = entry.getName();
        if (OUTSIDE.matcher(path).matches()) {
            return "material.zip.outside";
        }
        var content = content(zip);
        if (unpacked > MAX_BYTES) {
            return "material.zip.large";
        }
        if (unpacked > RATIO_SLACK + (long) packed * MAX_RATIO) {
            return "material.zip.bomb";
        }
        if (entry.isDirectory() || JUNK.matcher(path).matches()) {
            return "";
        }
        if (NESTED.matcher(path.toLowerCase(Locale.ROOT)).matches() || isZip(content)) {
            return "material.zip.nested";
        }
        keep(path, content);
        return "";
    }

    private void keep(String path, byte[] content) {
        var text = content.length > MAX_FILE ? null : PlainText.decode(content);
        if (text == null || room <= 0 || !(paths.claim(path) instanceof SafePath.Safe(var safe))) {
            skipped.add(Sentence.plain(PathRules.shown(path)));
            return;
        }
        if (text.length() > room) {
            skipped.add(Sentence.of("material.end-of", "file", PathRules.shown(path)));
        }
        var cut = PlainText.cut(text, room);
        room -= cut.length();
        materials.add(new Material(safe, cut));
    }

    /// Reads on to the end of the entry, but keeps no more than a text file may have.
    private byte[] content(ZipInputStream zip) throws IOException {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            unpacked += read;
            if (kept.size() <= MAX_FILE) {
                kept.write(buffer, 0, read);
            }
            if (unpacked > MAX_BYTES || unpacked > RATIO_SLACK + (long) packed * MAX_RATIO) {
                break;
            }
        }
        return kept.toByteArray();
    }

    private Materials result() {
        if (materials.isEmpty()) {
            return refused("material.zip.no-text");
        }
        var notes = new ArrayList<Sentence>();
        if (!skipped.isEmpty()) {
            var some = Sentence.list(skipped.subList(0, Math.min(5, skipped.size())));
            notes.add(skipped.size() > 5
                    ? Sentence.of("material.left-out.more", "file", name, "some", some, "count", skipped.size() - 5)
                    : Sentence.of("material.left-out", "file", name, "some", some));
        }
        return new Materials.Texts(materials, notes);
    }

    private Materials refused(String problem) {
        return new Materials.Refused(Sentence.of("material.zip", "file", name, "problem", Sentence.of(problem)));
    }
}
