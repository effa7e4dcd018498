package atelier.account;

import atelier.chat.Sender;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Accounts by platform identity.
public interface Accounts {
    /// The account of this person, made when they are new.
    Account of(Sender sender);

    /// The account with this number, which exists.
    Account byId(long id);

    /// Speak this language with them from now on; null follows the platform's again.
    void speak(long id, @Nullable Locale language);

    /// Whether this person runs Atelier: named as such in its configuration, or sitting at its terminal.
    boolean isAdmin(long id);
}
