package atelier.engine.port;

import atelier.account.Account;
import atelier.account.Accounts;
import atelier.chat.Chat;
import atelier.chat.Standing;
import atelier.conversation.Whose;
import atelier.language.Phrases;

/// Who says something, and where.
///
/// @param isAdmin whether they run this Atelier
/// @param isAlone whether nobody else sees the answer
/// @param standing what they are where they speak
public record Asker(Account account, Chat chat, boolean isAdmin, boolean isAlone, Standing standing) {
    /// Somebody of whom the platform said nothing more.
    public Asker(Account account, Chat chat, boolean isAdmin, boolean isAlone) {
        this(account, chat, isAdmin, isAlone, Standing.UNKNOWN);
    }

    /// Somebody whose answer everybody in the chat sees.
    public Asker(Account account, Chat chat, boolean isAdmin) {
        this(account, chat, isAdmin, chat.isPrivate());
    }

    /// Somebody whose account is known by its number.
    public static Asker of(Accounts accounts, long account, Chat chat) {
        return new Asker(accounts.byId(account), chat, accounts.isAdmin(account));
    }

    /// In the language they are spoken to.
    public Phrases phrases() {
        return Phrases.of(account.locale());
    }

    /// Whose conversations they may reach.
    public Whose whose() {
        return Whose.of(id(), chat);
    }

    public long id() {
        return account.id();
    }
}
