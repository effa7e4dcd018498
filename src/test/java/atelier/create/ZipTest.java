package atelier.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

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
        assertThat(names).containsExactly("src/main.py", "r\u00E9sum\u00E9.txt", "manifest.json");
        assertThat(manifest).contains("cc42155088fca5730758db72b2a5bca33112a941dfaa2d43098ec422ce4ea213",
                "well-formed");
    }

    @Test
    void unsafePathIsNotPacked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zip.of(List.of(new Artifact("../x", "text/plain", new byte[0])), List.of()));
    }
}
