package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialsTest {
    private static String text(byte[] bytes) {
        return Materials.read("a.txt", bytes) instanceof Materials.Texts texts
                ? texts.materials().getFirst().text()
                : "refused";
    }

    private static String refusal(String name, byte[] bytes) {
        return Materials.read(name, bytes) instanceof Materials.Refused refused ? refused.sentence() : "taken";
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void textIsReadWhateverItsEncoding() {
        var words = "gr\u00FC\u00DFe\nline two";
        assertThat(text(words.getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
        assertThat(text(("\uFEFF" + words).getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
        assertThat(text(("\uFEFF" + words).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(words);
        assertThat(text(("\uFEFF" + words).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(words);
        assertThat(text(words.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(words);
        assertThat(text(words.getBytes(Charset.forName("windows-1252")))).isEqualTo(words);
        assertThat(text("\u001B[31mred\u001B[0m".getBytes(StandardCharsets.UTF_8))).contains("red");
    }

    @Test
    void binaryIsNeverReadAsText() {
        var noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertThat(refusal("a.bin", noise)).contains("not a text file", "(bin)", "Send it as plain text");
        assertThat(refusal("a.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}))
                .contains("not a text");
        assertThat(refusal("a.pdf", "%PDF-1.7 text".getBytes(StandardCharsets.UTF_8))).contains("not a text");
        assertThat(refusal("a.txt", new byte[0])).contains("is empty");
    }

    @Test
    void longTextIsCutWithANote() {
        var read = Materials.read("big.log", "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOfSatisfying(Materials.Texts.class, texts -> {
            assertThat(texts.materials().getFirst().text()).hasSize(Materials.MAX_TEXT);
            assertThat(texts.notes()).singleElement().extracting(it -> it.inEnglish()).asString()
                    .contains("2,000,000 characters");
        });
        assertThat(refusal("huge.log", new byte[Materials.MAX_DOWNLOAD + 1])).contains("larger than 20 MB");
    }

    @Test
    void archiveYieldsItsTextFiles() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("src/", new byte[0]);
        files.put("src/main.py", "print(1)".getBytes(StandardCharsets.UTF_8));
        files.put("logo.png", new byte[]{0, 1, 2, 3, 0, 0});
        files.put("__MACOSX/x", "junk".getBytes(StandardCharsets.UTF_8));
        var read = Materials.read("p.zip", zip(files));
        assertThat(read).isInstanceOfSatisfying(Materials.Texts.class, texts -> {
            assertThat(texts.materials()).containsExactly(new Workbench.Material("src/main.py", "print(1)"));
            assertThat(texts.notes()).singleElement().extracting(it -> it.inEnglish()).asString().contains("logo.png");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.py", "a/../../evil.py", "/etc/evil", "C:\\evil", "..\\evil"})
    void archiveThatLeavesItsFolderIsRefused(String path) throws IOException {
        assertThat(refusal("p.zip", zip(Map.of(path, new byte[]{'x'})))).contains("leave its folder");
    }

    @Test
    void bombsAreRefused() throws IOException {
        assertThat(refusal("flat.zip", zip(Map.of("a.txt", new byte[30 * 1024 * 1024])))).contains("hundred times");

        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 2_001; i++) {
            many.put(i + ".txt", new byte[]{'x'});
        }
        assertThat(refusal("many.zip", zip(many))).contains("2,000 files");

        var inner = zip(Map.of("a.txt", new byte[]{'x'}));
        assertThat(refusal("nested.zip", zip(Map.of("inner.zip", inner)))).contains("another archive");
        assertThat(refusal("hidden.zip", zip(Map.of("inner.txt", inner)))).contains("another archive");
    }

    @Test
    void archiveThatGrowsBeyondTheLimitIsRefused() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var random = new Random(2);
        for (int i = 0; i < 12; i++) {
            // One part noise to nine parts zeros: packed tightly, but not tightly enough for the ratio.
            var content = new byte[9 * 1024 * 1024];
            var noise = new byte[200 * 1024];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, content, 0, noise.length);
            files.put(i + ".dat", content);
        }
        assertThat(refusal("big.zip", zip(files))).contains("100 MB");
    }

    @Test
    void archiveWithAPasswordIsNamedAsSuch() throws IOException {
        var locked = zip(Map.of("a.txt", "hello".getBytes(StandardCharsets.UTF_8)));
        locked[6] |= 1;
        assertThat(refusal("p.zip", locked)).contains("protected by a password", "Send the text files");
    }

    @Test
    void binaryUnderTheNameOfCodeIsRefusedAndABigTextIsTaken() {
        assertThat(refusal("a.py", new byte[]{0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 3, 0, 62, 0}))
                .contains("not a text");
        assertThat(text("x = 1\n".repeat(300_000).getBytes(StandardCharsets.UTF_8))).hasSize(1_800_000);
    }

    @Test
    void damagedArchiveIsRefusedAndNeverThrows() throws IOException {
        var good = zip(Map.of("a.txt", "hello hello hello".getBytes(StandardCharsets.UTF_8)));
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var bad = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(Materials.read("p.zip", bad)).isNotNull();
        }
        assertThat(refusal("p.zip", new byte[]{'P', 'K', 3, 4, 0, 0})).contains("p.zip");
    }

    @Test
    void checksumOfAStoredEntryIsHeld() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("a.txt");
            var content = "hello".getBytes(StandardCharsets.UTF_8);
            var crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        var bytes = out.toByteArray();
        bytes[30 + "a.txt".length()] = 'j';
        assertThat(refusal("p.zip", bytes)).contains("cannot be opened");
    }
}
