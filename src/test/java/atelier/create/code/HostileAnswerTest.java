package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import atelier.create.SafePath;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers made to hurt the one who reads them.
class HostileAnswerTest {
    private static final List<String> PARTS = List.of("```", "````", "~~~", "```python", "```md", "```js a.js", "\n",
            "\n",
            "\n", "{", "[", "\"files\"", ":", "\"content\"", "<file path=\"a.py\">", "</file>", "<file>", "<think>",
            "</think>", "=== a.py ===", "FILE: b.py", "### c.py", "**../x.py**", "`", "\\", "\"", "print(1)", "  ",
            "- ",
            "1. ", "}", "]", "<!--", "/*", "# d.py", "\u0000", "\uD800", "@@ -1", "\r", "{\"path\":\"a\",", "\uFEFF");

    @Test
    void noMixtureOfMarksBreaksTheReader() {
        var random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            var answer = new StringBuilder();
            for (int parts = random.nextInt(60); parts > 0; parts--) {
                answer.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            var text = answer.toString();
            assertThatCode(() -> check(FileExtractor.extract(text))).as(text).doesNotThrowAnyException();
        }
    }

    private static void check(Extraction extraction) {
        for (var file : extraction.files()) {
            assertThat(SafePath.of(file.path())).isEqualTo(new SafePath.Safe(file.path()));
        }
    }

    /// Quadratic work would take minutes here; the limit is generous for a busy machine.
    @ParameterizedTest
    @ValueSource(strings = {"```\n", "```a\n", "```md\n", "```a\n```b\n```\n", "```md\n```md x.md\n", "````md\n```\n",
            "<file>\n", "<file path=\"a\">\n", "<file path=", "<think>\n", "</think>\n", "{\n", "[\n", "{\"files\":[\n",
            "FILE: a.py\n", "=== a.py ===\n", "# a.py\n", "`a.py` ", "**", "((((", "<!--", "\\", "\"", "- ", " ", "=",
            "=== ", "File:", "1. ", "```python\nx\n```\n", "```java\nclass A {}\n```\n"})
    void repetitionCostsNoMoreThanItsLength(String part) {
        var text = part.repeat(100_000 / part.length() + 1);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FileExtractor.extract(text));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> FileExtractor.extract("```python main.py\n" + text + "\n```\n" + text));
    }

    @Test
    void oneHugeLineIsRead() {
        var text = "```python main.py\n" + "x".repeat(2_000_000) + "\n```";
        assertThat(FileExtractor.extract(text).files()).hasSize(1);
    }
}
