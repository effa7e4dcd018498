package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import atelier.generation.Answer.Answered;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {
    private static final List<Artifact> FILES = List.of(
            new Artifact("src/main.py", "text/plain", "print(1)\n".getBytes(StandardCharsets.UTF_8)),
            new Artifact("r\u00E9sum\u00E9.txt", "text/plain", new byte[]{'x'}));
    private static final List<Check> CHECKS = List.of(new Check("well-formed", true, "1 file"));

    @Test
    void sameFilesGiveTheSameBytesInEveryTimeZone() {
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            var first = Zip.of(FILES, CHECKS);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            assertThat(Zip.of(FILES, CHECKS)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void manifestListsFilesWithDigestsAndChecks() throws IOException {
        var names = new ArrayList<String>();
        var manifest = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Zip.of(FILES, CHECKS)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        assertThat(names).containsExactly("src/", "src/main.py", "r\u00E9sum\u00E9.txt", "atelier.json");
        assertThat(manifest).contains("cc42155088fca5730758db72b2a5bca33112a941dfaa2d43098ec422ce4ea213",
                "well-formed");
    }

    @Test
    void manifestSaysWhoMadeWhatWhenAndByWhichPrompt() throws IOException {
        var answered = new Answered("x", "tiny", "ollama", true, 1, 2, 3, 4, 0, List.of());
        var creation = new Creation("two", FILES, "", CHECKS, answered, null,
                new Evidence("code@2",
                        Map.of("src/main.py", List.of(new Check("well-formed", true, "1 file looked at")))));
        var json = new ObjectMapper().readTree(Manifest.of(creation, Instant.EPOCH).content());
        assertThat(json.at("/made/by").asText()).isEqualTo("tiny");
        assertThat(json.at("/made/at").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(json.at("/made/prompt").asText()).isEqualTo("code@2");
        assertThat(json.at("/files/0/checks/0/passed").asBoolean()).isTrue();
        assertThat(json.at("/files/1").has("checks")).isFalse();
        assertThat(Zip.of(creation, Instant.EPOCH)).isEqualTo(Zip.of(creation, Instant.EPOCH));
    }

    @Test
    void commonToolsUnpackItWithoutAWord(@TempDir Path folder) throws Exception {
        var zip = Files.write(folder.resolve("a.zip"), Zip.of(FILES, CHECKS));
        quiet(folder, "unzip", "-tqq", zip.toString());
        quiet(folder, "jar", "xf", zip.toString());
        quiet(folder, "python3", "-W", "error", "-c", "import sys, zipfile as z; f = z.ZipFile(sys.argv[1]); "
                + "assert f.testzip() is None; n = f.namelist(); assert len(n) == len(set(n)); "
                + "assert all(i.flag_bits & 0x800 for i in f.infolist())", zip.toString());
    }

    /// A tool that is not on the machine is passed over.
    private static void quiet(Path folder, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException _) {
            return;
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command[0] + ": " + said).isZero();
        assertThat(said).as(command[0]).isEmpty();
    }

    @Test
    void unsafePathIsNotPacked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zip.of(List.of(new Artifact("../x", "text/plain", new byte[0])), List.of()));
    }

    /// `unzip` on Linux takes names for what they are only in archives made on Unix.
    @Test
    void everyEntrySaysThatItWasMadeOnUnixWithTheUsualRights() {
        var zip = Zip.of(List.of(new Artifact("größe/a.py", "text/x-python", new byte[]{'x'})), List.of());
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entries = 0;
        for (int at = bytes.getInt(zip.length - 6); bytes.getInt(at) == 0x02014b50; entries++) {
            assertThat(zip[at + 5]).isEqualTo((byte) 3);
            assertThat(bytes.getInt(at + 38) >>> 16).isIn(0x41ED, 0x81A4);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        assertThat(entries).isEqualTo(3);
    }
}
