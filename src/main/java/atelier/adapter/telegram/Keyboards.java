package atelier.adapter.telegram;

import atelier.chat.Button;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Lays buttons out in rows of three.
final class Keyboards {
    private static final int IN_A_ROW = 3;

    private Keyboards() {}

    static @Nullable InlineKeyboardMarkup of(List<Button> buttons) {
        if (buttons.isEmpty()) {
            return null;
        }
        var rows = new ArrayList<InlineKeyboardRow>();
        for (var from = 0; from < buttons.size(); from += IN_A_ROW) {
            rows.add(new InlineKeyboardRow(buttons.subList(from, Math.min(buttons.size(), from + IN_A_ROW)).stream()
                    .map(Keyboards::button).toList()));
        }
        return new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton button(Button button) {
        var result = new InlineKeyboardButton(button.label());
        result.setCallbackData(button.id());
        switch (button.style()) {
            case PRIMARY -> result.setStyle("primary");
            case DANGER -> result.setStyle("danger");
            case NORMAL -> {
            }
        }
        return result;
    }
}
