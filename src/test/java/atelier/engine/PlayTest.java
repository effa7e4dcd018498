package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Games and pages opened from the chat.
class PlayTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    @Test
    void aPageComesWithALinkToIt() {
        models.says("A page.\n```html index.html\n<!DOCTYPE html><title>Clock</title><p id=\"t\">12:00</p>\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            var answer = atelier.says("ada", "/code a web page with a clock in HTML");

            assertThat(answer.buttons()).filteredOn(button -> button.opens() != null).singleElement()
                    .satisfies(open -> {
                        assertThat(open.label()).isEqualTo("▶ Open");
                        assertThat(open.opens()).startsWith("https://bot.example.org/play/");
                    });
        }
    }

    @Test
    void theVersionBeforeCanBeOpenedAgain() {
        models.says("```html index.html\n<!DOCTYPE html><title>Clock</title><p>12:00</p>\n```\n")
                .says("```html index.html\n<!DOCTYPE html><title>Clock</title><p>13:00</p>\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "/code a web page with a clock in HTML");
            atelier.says("ada", "change the time to 13:00");

            assertThat(atelier.says("ada", "/undo").buttons()).extracting(Button::label)
                    .containsExactly("▶ Open", "Redo");
        }
    }

    @Test
    void aProgramWithoutAPageHasNone() {
        models.says("```python main.py\nprint(1)\n```\n");
        try (var atelier = new TestAtelier(folder, chat, models)) {
            assertThat(atelier.says("ada", "/code print one in Python").buttons()).extracting(Button::opens)
                    .containsOnlyNulls();
        }
    }
}
