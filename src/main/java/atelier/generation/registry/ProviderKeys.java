package atelier.generation.registry;

import atelier.secret.SecretText;
import java.util.List;
import java.util.Optional;

/// The keys with which owners use cloud providers; one for each owner, provider and place.
///
/// Giving or using a key throws [atelier.secret.VaultException] when the vault cannot be opened; listing and removing do not.
public interface ProviderKeys {
    /// Keeps a key, in the place of the one there may be.
    ProviderKey keep(Owner owner, String provider, Origin origin, SecretText key);

    /// By provider, then place.
    List<ProviderKey> of(Owner owner);

    /// The key itself, to be sent to `origin` only. Close it soon.
    Optional<SecretText> use(Owner owner, String provider, Origin origin);

    /// @return whether there was one
    boolean remove(Owner owner, String provider, Origin origin);
}
