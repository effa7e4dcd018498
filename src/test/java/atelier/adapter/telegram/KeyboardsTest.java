package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Button;
import atelier.chat.Chat;
import atelier.chat.Platform;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

class KeyboardsTest {
    private static List<List<String>> rows(String... labels) {
        var buttons = Stream.of(labels).map(label -> new Button("b", label, Button.Style.NORMAL)).toList();
        return Objects.requireNonNull(Keyboards.of(new Chat(Platform.TELEGRAM, "1", true), buttons)).getKeyboard()
                .stream().map(row -> row.stream().map(InlineKeyboardButton::getText).toList()).toList();
    }

    @Test
    void underAChangedVersionStandTwoRows() {
        assertThat(rows("▶ Play", "Undo", "👍", "👎", "What changed", "Regenerate", "Another model")).containsExactly(
                List.of("▶ Play", "Undo", "👍", "👎"), List.of("What changed", "Regenerate", "Another model"));
        assertThat(rows("Undo", "👍", "👎", "What changed", "Regenerate", "Another model")).hasSize(2);
    }

    @Test
    void longLabelsStandInRowsOfThree() {
        assertThat(rows("Regenerate", "Another model", "👍", "👎", "Save as template")).containsExactly(
                List.of("Regenerate", "Another model", "👍"), List.of("👎", "Save as template"));
    }
}
