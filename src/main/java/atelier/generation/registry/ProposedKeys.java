package atelier.generation.registry;

import atelier.secret.SecretText;
import java.util.List;
import java.util.Optional;

/// Provider keys on trial: entrusted by their owners, but not in use before somebody puts them among the [ProviderKeys]. At
/// most one for each owner, provider and place.
///
/// Giving or opening a key throws [atelier.secret.VaultException] when the vault cannot be opened; listing and dropping do not.
public interface ProposedKeys {
    /// Keeps a key for its trial, in the place of the one there may be.
    ProviderKey propose(Owner owner, String provider, Origin origin, SecretText key);

    /// By provider, then place.
    List<ProviderKey> of(Owner owner);

    /// The key itself, to be tried at `origin` only. Close it soon.
    Optional<SecretText> open(Owner owner, String provider, Origin origin);

    /// @return whether there was one
    boolean drop(Owner owner, String provider, Origin origin);

    /// Drops the key that was tried, unless its owner has proposed another meanwhile.
    ///
    /// @return whether it was still there
    boolean drop(Owner owner, String provider, Origin origin, SecretText tried);
}
