package atelier.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Holds `config.example.yml` to the table.
final class ConfigExampleTest {
    private static final Path EXAMPLE = Path.of("config.example.yml");

    @Test
    void everySettingStandsInTheExample() {
        Given given = read();

        assertThat(Settings.ALL).allSatisfy(setting -> assertThat(given.entries().keySet())
                .as(setting.key()).anyMatch(setting::covers));
    }

    @Test
    void everySettingIsExplainedWhereItStands() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE);
        Map<String, Entry> entries = read().entries();

        assertThat(Settings.ALL).allSatisfy(setting -> {
            Entry first = entries.entrySet().stream().filter(entry -> setting.covers(entry.getKey())).findFirst()
                    .orElseThrow().getValue();
            assertThat(commentAbove(lines, first.place().line())).as(setting.key()).isEqualTo(setting.description());
        });
    }

    @Test
    void theExampleIsTheDefaults() {
        Config example = Config.load(EXAMPLE, Map.of());
        Config defaults = Config.load(null, Map.of());

        assertThat(example).usingRecursiveComparison().ignoringFields("warnings").isEqualTo(defaults);
        assertThat(example.warnings()).hasSize(3).allMatch(warning -> warning.contains("still holds the placeholder"));
    }

    private static Given read() {
        Given given = new Given();
        YamlFile.read(EXAMPLE, given);
        given.refuseUnknownKeys();
        assertThat(given.mistakes()).isEmpty();
        return given;
    }

    private static String commentAbove(List<String> lines, int line) {
        Deque<String> words = new ArrayDeque<>();
        for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("#"); i--) {
            words.addFirst(lines.get(i).strip().substring(1).strip());
        }
        return String.join(" ", words);
    }
}
