package atelier.adapter.telegram;

import atelier.chat.Button;
import atelier.chat.Chat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.webapp.WebAppInfo;

/// Lays buttons out in rows of three, or of four where all of them are short. A page opens inside Telegram in private chats (web apps are taken only there, Bot API
/// `InlineKeyboardButton`), else in the browser.
final class Keyboards {
    private static final int IN_A_ROW = 3;
    /// Letters of a label that a quarter of a phone's width shows.
    private static final int SHORT = 8;
    /// Invoices and the like, which are no web apps.
    private static final String OWN_PAGES = "https://t.me/";

    private Keyboards() {}

    static @Nullable InlineKeyboardMarkup of(Chat chat, List<Button> all) {
        var buttons = all.stream().filter(Keyboards::isTaken).toList();
        if (buttons.isEmpty()) {
            return null;
        }
        var rows = new ArrayList<InlineKeyboardRow>();
        for (int from = 0, to; from < buttons.size(); from = to) {
            to = Math.min(buttons.size(), from + inARow(buttons.subList(from, buttons.size())));
            rows.add(new InlineKeyboardRow(
                    buttons.subList(from, to).stream().map(button -> button(chat, button)).toList()));
        }
        return new InlineKeyboardMarkup(rows);
    }

    private static int inARow(List<Button> buttons) {
        boolean areShort = buttons.stream().limit(IN_A_ROW + 1L)
                .allMatch(button -> button.label().codePointCount(0, button.label().length()) <= SHORT);
        return areShort ? IN_A_ROW + 1 : IN_A_ROW;
    }

    /// Telegram refuses the whole message for a page without TLS.
    private static boolean isTaken(Button button) {
        return button.style() != Button.Style.BUYS && isOpened(button);
    }

    private static boolean isOpened(Button button) {
        return button.opens() == null || button.opens().startsWith("https://");
    }

    private static InlineKeyboardButton button(Chat chat, Button button) {
        var result = new InlineKeyboardButton(button.label());
        if (button.opens() == null) {
            result.setCallbackData(button.id());
        } else if (chat.isPrivate() && !button.opens().startsWith(OWN_PAGES)) {
            result.setWebApp(new WebAppInfo(button.opens()));
        } else {
            result.setUrl(button.opens());
        }
        switch (button.style()) {
            case PRIMARY -> result.setStyle("primary");
            case DANGER -> result.setStyle("danger");
            case NORMAL, BUYS -> {
            }
        }
        return result;
    }
}
