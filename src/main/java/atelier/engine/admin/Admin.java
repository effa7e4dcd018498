package atelier.engine.admin;

import atelier.chat.Chat;
import atelier.chat.Platform;
import atelier.language.Phrases;

/// Who acts, and from where.
///
/// @param actor   such as `TELEGRAM:42` or `CLI:root`
/// @param account number of their account; 0 at the command line
/// @param chat    where they are told
/// @param isSure  whether they need not be asked once more
public record Admin(String actor, long account, Chat chat, boolean isSure, Phrases phrases) {
    /// Where the command line is, which is no chat.
    public static final Chat COMMAND_LINE = new Chat(Platform.TERMINAL, "cli", true);

    Admin sure() {
        return new Admin(actor, account, chat, true, phrases);
    }

    String say(String key, Object... namesAndValues) {
        return phrases.say(key, namesAndValues);
    }
}
