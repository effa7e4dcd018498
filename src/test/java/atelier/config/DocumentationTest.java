package atelier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents say about settings and about one another is so.
final class DocumentationTest {
    private static final Pattern VARIABLE = Pattern.compile("ATELIER_[A-Z_]*[A-Z]");
    private static final Pattern KEY = Pattern
            .compile("`((?:discord|telegram|ollama|lmstudio|gemini|limits|http|log|history"
                    + "|health|database|vault|terminal|tiers|budget|backup)(?:\\.[a-z-]+)+)(?::[^`]*)?`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void everyVariableTheDocumentsNameIsASetting() throws IOException {
        for (Path document : documents()) {
            assertThat(found(VARIABLE, 0, document)).as(document.toString()).allSatisfy(variable -> assertThat(
                    Settings.ALL.stream().map(setting -> setting.keyOf(variable)).filter(Objects::nonNull))
                    .as(variable).hasSize(1));
        }
    }

    @Test
    void everyKeyTheDocumentsNameIsASetting() throws IOException {
        for (Path document : documents()) {
            assertThat(found(KEY, 1, document)).as(document.toString())
                    .allSatisfy(key -> assertThat(Settings.find(key)).as(key).isNotNull());
        }
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        for (Path document : documents()) {
            Path folder = Objects.requireNonNullElse(document.getParent(), Path.of(""));
            assertThat(found(LINK, 1, document)).as(document.toString())
                    .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
        }
    }

    private static List<String> found(Pattern pattern, int group, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results().map(result -> result.group(group)).toList();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md",
                "config.example.yml", "compose.yml", "Dockerfile", ".ci/run").map(Path::of).toList());
        try (Stream<Path> more = Files.list(Path.of("docs"))) {
            more.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        assertThat(documents).hasSizeGreaterThan(10);
        return documents;
    }
}
