package atelier.create.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static Stream<String[]> table() throws IOException {
        try (var in = CommandsTest.class.getResourceAsStream("/risk/commands.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" \\| ", 2));
        }
    }

    @Test
    void everyCommandOfTheTableHasItsLevel() throws IOException {
        var wrong = table().map(row -> {
            var judged = Commands.judge(row[1], Risk.LOW);
            return row[0].equals(judged.risk().name().toLowerCase(Locale.ROOT))
                    ? ""
                    : row[0] + " expected: " + row[1] + " -> " + judged;
        }).filter(line -> !line.isEmpty()).toList();
        assertThat(wrong).isEmpty();
        assertThat(table().count()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void aWrittenLineBreakHidesNothing() {
        assertThat(Commands.judge("sudo rm \\\n  -rf \\\n  /srv", null).risk()).isEqualTo(Risk.CRITICAL);
        assertThat(Commands.judge("ls\nrm -rf /srv", null).risk()).isEqualTo(Risk.CRITICAL);
        assertThat(Commands.judge("if true; then rm -rf /srv; fi", null).risk()).isEqualTo(Risk.CRITICAL);
        assertThat(Commands.judge("(cd /x && rm -rf y)", null).risk()).isEqualTo(Risk.CRITICAL);
    }

    @Test
    void theHigherOfRulesAndModelCounts() {
        assertThat(Commands.judge("ls", Risk.HIGH).risk()).isEqualTo(Risk.HIGH);
        assertThat(Commands.judge("rm -rf x", Risk.LOW).risk()).isEqualTo(Risk.CRITICAL);
        assertThat(Commands.judge("frobnicate --all", Risk.LOW).risk()).isEqualTo(Risk.LOW);
        assertThat(Commands.judge("frobnicate --all > out.txt", Risk.LOW).risk()).isEqualTo(Risk.MEDIUM);
        assertThat(Commands.judge("frobnicate --all", null).risk()).isEqualTo(Risk.MEDIUM);
    }

    @Test
    void anyTextIsJudgedWithoutAnError() {
        for (var text : List.of("", "'", "\"", "$(", "`", "|", ">", "((((", "$(".repeat(50), "a".repeat(9_000), "> > >",
                "\\")) {
            assertThat(Commands.judge(text, null)).isNotNull();
        }
    }
}
