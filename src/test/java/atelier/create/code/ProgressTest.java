package atelier.create.code;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.language.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person sees while an answer arrives.
class ProgressTest {
    private static final String CODE = "x = 1\n".repeat(40);

    @Test
    void filesAppearOneByOneWithTheirLength() {
        var shown = shown(
                "Two files.\n\n### src/main.py\n```python\n" + CODE + "```\n\n**pkg/__init__.py**\n```python\n"
                        + CODE);

        assertThat(shown).anyMatch(text -> text.contains("\u270D src/main.py \u2026 ("));
        assertThat(shown.getLast()).startsWith("Two files.").contains("\n\u2713 src/main.py (40 lines)\n")
                .containsPattern("\u270D `pkg/__init__.py` \u2026 \\(\\d\\d lines\\)$").doesNotContain("x = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<file path=\"main.py\">\nCODE</file>\nWORDS", "=== main.py ===\nCODE=== END ===\nWORDS",
            "```python\n# main.py\nCODE```\nWORDS",
            "```json\n{\"files\":[{\"path\":\"main.py\",\"content\":\"CODE\"}],\"x\":\"WORDS\"}\n```\n",
            "{\"main.py\":\"CODE\",\"y\":\"WORDS\"}",
            "<think>\n```python old.py\nCODE```\n</think>\n```python main.py\nCODE```\nWORDS"})
    void everyStyleIsFollowed(String style) {
        var words = "word ".repeat(60) + "\n";
        boolean json = style.contains("{\"");
        var shown = shown(style.replace("CODE", json ? CODE.replace("\n", "\\n") : CODE)
                .replace("WORDS", json ? words.strip() : words));

        assertThat(shown.getLast()).containsPattern("\u2713 main.py \\(4[01] lines\\)$").doesNotContain("old.py",
                "x = 1");
    }

    @Test
    void aSecondAnswerBeginsAnew() {
        var shown = new ArrayList<String>();
        var progress = new Progress("Repairing.", Phrases.of(atelier.language.Language.ENGLISH), shown::add);
        progress.accept("### a.py\n```python\n" + CODE);
        progress.accept("### b.py\n```python\n" + "x\n".repeat(20));

        assertThat(shown.getLast()).isEqualTo("Repairing.\n\n\u270D b.py \u2026 (20 lines)");
    }

    private static List<String> shown(String answer) {
        var shown = new ArrayList<String>();
        var progress = new Progress("", Phrases.of(atelier.language.Language.ENGLISH), shown::add);
        for (int end = 3; end < answer.length() + 3; end += 3) {
            progress.accept(answer.substring(0, Math.min(end, answer.length())));
        }
        return shown;
    }
}
