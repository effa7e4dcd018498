package atelier.adapter.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// One call of an answer.
///
/// @param isRepeatable whether doing it twice looks like doing it once
/// @param call         what to do
/// @param plain        the same without formatting, for when Telegram dislikes the formatting
record Part(boolean isRepeatable, Call call, @Nullable Call plain) {
    /// Does it and tells the message's id.
    @FunctionalInterface
    interface Call {
        String run() throws TelegramApiException;
    }
}
