package atelier.engine.port;

import atelier.account.Account;
import atelier.chat.Chat;

/// Who says something, and where.
///
/// @param isAdmin whether they run this Atelier
public record Asker(Account account, Chat chat, boolean isAdmin) {
    public long id() {
        return account.id();
    }
}
