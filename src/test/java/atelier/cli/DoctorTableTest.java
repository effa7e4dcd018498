package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.doctor.Ailment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say of the doctor is what it can say, and all of it is proven.
class DoctorTableTest {
    @Test
    void theTableOfFindingsIsComplete() throws IOException {
        var listed = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(Files.readString(Path.of("docs/troubleshooting.md"))).results().map(it -> it.group(1))
                .toList();

        assertThat(listed).containsExactlyElementsOf(Stream.of(Ailment.values()).map(Ailment::id).toList());
    }

    @Test
    void everyFindingIsProvenByATest() throws IOException {
        String tests;
        try (var files = Files.walk(Path.of("src/test/java/atelier/cli"))) {
            tests = files.filter(it -> it.toString().endsWith(".java")).map(DoctorTableTest::text)
                    .collect(Collectors.joining());
        }

        assertThat(Ailment.values()).hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(tests.contains("Ailment." + it.name())).as(it.name()).isTrue());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
