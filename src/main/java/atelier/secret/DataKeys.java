package atelier.secret;

import java.util.List;
import java.util.Optional;

/// Where data keys are kept, each wrapped by a master key. Port; see [Vault] for what it is needed for.
public interface DataKeys {
    /// A data key as it may lie in a database.
    ///
    /// @param version from 1, rising, per owner
    /// @param master  id of the master key that wraps it
    /// @param text    Base64 of a nonce and the ciphertext with its tag
    record Wrapped(String owner, int version, String master, String text) {}

    /// The newest of this owner. Inside a transaction it cannot be removed before the end of that transaction.
    Optional<Wrapped> newest(String owner);

    Optional<Wrapped> find(String owner, int version);

    /// All of this owner, oldest first.
    List<Wrapped> of(String owner);

    /// All of every owner.
    List<Wrapped> all();

    void add(Wrapped key);

    /// Replaces `before` unless somebody else has meanwhile.
    void rewrap(Wrapped before, Wrapped after);

    /// Removes the key unless something is still sealed with it.
    ///
    /// @return whether it is gone
    boolean remove(String owner, int version);

    /// Runs `work` in one transaction while nobody else adds or changes a data key; they may be read meanwhile.
    void alone(Runnable work);
}
