package atelier.secret;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Envelope encryption: each owner's secrets are sealed with a data key of their own, and data keys are wrapped by a master key
/// that lies in a file, apart from the database. Thread-safe; several processes may share the file and the database.
///
/// Every method throws [VaultException] when the key file is missing or damaged, or when what the database holds was not sealed
/// here, for this very [Context].
public final class Vault {
    private final DataKeys dataKeys;
    private final KeyRing ring;

    /// Touches neither file nor database yet.
    ///
    /// @param keyFile made at the first use, readable by its owner only
    public Vault(Path keyFile, DataKeys dataKeys) {
        this.dataKeys = dataKeys;
        this.ring = new KeyRing(new KeyFile(keyFile), dataKeys);
    }

    /// Seals a secret with the owner's newest data key, made when there is none. To be called in the transaction that stores
    /// the result, so that the data key is not renewed in between.
    public Sealed seal(Context context, SecretText secret) {
        // Looked up before the master key is: from here on a renewal waits for this transaction.
        var newest = dataKeys.newest(context.owner());
        var wrapped = newest.isPresent() ? newest.get() : create(context.owner(), 1);
        var key = unwrap(wrapped);
        try {
            var text = Gcm.encrypt(key, context.bytes(wrapped.version()), secret.bytes());
            return new Sealed(wrapped.version(), text);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Opens what was sealed for this very context. Close the result soon.
    public SecretText open(Context context, Sealed sealed) {
        var key = unwrap(dataKeys.find(context.owner(), sealed.dataKey()).orElseThrow(() -> changed(context, null)));
        try {
            return SecretText.owning(Gcm.decrypt(key, context.bytes(sealed.dataKey()), sealed.text()));
        } catch (GeneralSecurityException failure) {
            throw changed(context, failure);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static VaultException changed(Context context, @Nullable Throwable cause) {
        var sentence = "The stored " + context.provider() + " key of " + context.owner() + " was changed or moved by"
                + " somebody else than Atelier, and is not used. Remove it and enter it again.";
        return cause == null ? new VaultException(sentence) : new VaultException(sentence, cause);
    }

    private DataKeys.Wrapped create(String owner, int version) {
        var key = Gcm.freshKey();
        try {
            var wrapped = ring.inForce().wrap(owner, version, key);
            dataKeys.add(wrapped);
            return wrapped;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Read again for as long as a renewal elsewhere keeps changing it.
    private byte[] unwrap(DataKeys.Wrapped wrapped) {
        var current = wrapped;
        while (true) {
            var master = ring.of(current);
            if (master.isPresent()) {
                return master.get().unwrap(current);
            }
            Optional<DataKeys.Wrapped> again = dataKeys.find(current.owner(), current.version());
            if (again.isEmpty() || again.get().master().equals(current.master())) {
                throw new VaultException("The provider keys of " + current.owner()
                        + " belong to another master key than"
                        + " the vault's key file holds. Put the right key file back from your backup, or remove those"
                        + " provider keys and enter them again.");
            }
            current = again.get();
        }
    }

    /// Puts a new master key in the place of the old one: data keys are wrapped anew, secrets stay as they are. Breaking off in
    /// the middle loses nothing; the next renewal finishes it.
    public void renewMasterKey() {
        var fresh = MasterKey.fresh();
        dataKeys.alone(() -> {
            var keys = new ArrayList<>(ring.reload());
            keys.add(fresh);
            ring.replace(keys);
        });
        rewrapAll(fresh);
        // Once more without company, for what others wrapped with the old key meanwhile.
        dataKeys.alone(() -> rewrapAll(fresh));
        dataKeys.alone(this::forgetUnused);
    }

    private void forgetUnused() {
        var keys = ring.reload();
        var used = dataKeys.all().stream().map(DataKeys.Wrapped::master).collect(Collectors.toSet());
        ring.replace(keys.stream().filter(key -> key == keys.getLast() || used.contains(key.id())).toList());
    }

    private void rewrapAll(MasterKey fresh) {
        for (var wrapped : dataKeys.all()) {
            if (!wrapped.master().equals(fresh.id())) {
                var key = unwrap(wrapped);
                try {
                    dataKeys.rewrap(wrapped, fresh.wrap(wrapped.owner(), wrapped.version(), key));
                } finally {
                    Arrays.fill(key, (byte) 0);
                }
            }
        }
    }

    /// Gives every owner a new data key and seals their secrets with it; the old ones are removed.
    public void renewDataKeys(SealedValues values) {
        dataKeys.all().stream().map(DataKeys.Wrapped::owner).distinct().forEach(owner -> renewDataKey(owner, values));
    }

    private void renewDataKey(String owner, SealedValues values) {
        var old = new ArrayList<Integer>();
        dataKeys.alone(() -> {
            dataKeys.of(owner).forEach(key -> old.add(key.version()));
            create(owner, old.stream().max(Integer::compare).orElse(0) + 1);
        });
        for (var version : old) {
            do {
                values.sealedWith(owner, version).forEach(value -> reseal(value, values));
            } while (!dataKeys.remove(owner, version));
        }
    }

    private void reseal(SealedValues.Value value, SealedValues values) {
        try (var secret = open(value.context(), value.sealed())) {
            values.replace(value, seal(value.context(), secret));
        }
    }
}
