package atelier.adapter.telegram;

import atelier.chat.Chat;
import org.jspecify.annotations.Nullable;

/// A chat of Telegram, and the topic in it where there are topics.
record Place(String chat, @Nullable Integer topic) {
    static Place of(Chat chat) {
        var parts = chat.id().split(":", 2);
        return new Place(parts[0], parts.length == 1 ? null : Integer.valueOf(parts[1]));
    }

    /// Groups have negative ids.
    static boolean isGroup(String chat) {
        return chat.startsWith("-");
    }
}
