package atelier.secret;

import java.util.List;
import java.util.Optional;

/// The master keys in memory, as last read from their file. Thread-safe.
final class KeyRing {
    private final KeyFile file;
    private final DataKeys dataKeys;
    private volatile List<MasterKey> keys = List.of();

    KeyRing(KeyFile file, DataKeys dataKeys) {
        this.file = file;
        this.dataKeys = dataKeys;
    }

    /// The key in force. Read from the file each time, as another process may have renewed it; a first one is made when
    /// nothing depends on one that is missing.
    MasterKey inForce() {
        return reload().getLast();
    }

    /// The key that wraps `wrapped`, if the file still has it.
    Optional<MasterKey> of(DataKeys.Wrapped wrapped) {
        return find(keys, wrapped).or(() -> find(reload(), wrapped));
    }

    private static Optional<MasterKey> find(List<MasterKey> keys, DataKeys.Wrapped wrapped) {
        return keys.stream().filter(key -> key.id().equals(wrapped.master())).findFirst();
    }

    List<MasterKey> reload() {
        if (!file.exists()) {
            create();
        }
        var read = List.copyOf(file.read());
        keys = read;
        return read;
    }

    private void create() {
        if (!dataKeys.all().isEmpty()) {
            throw new VaultException("The vault's key file " + file.path() + " is missing, and without it the"
                    + " provider keys in the database cannot be read. Put it back from your backup; if there is"
                    + " none, remove the stored provider keys and enter them again.");
        }
        file.create(MasterKey.fresh());
    }

    void replace(List<MasterKey> changed) {
        file.write(changed);
        keys = List.copyOf(changed);
    }
}
