package atelier.account;

import atelier.chat.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /// Who somebody is on the platforms, the first one met first.
    List<Identity> identities(long id);

    /// The account of the person with this number on a platform, if they were ever met.
    Optional<Account> find(Identity identity);
}
