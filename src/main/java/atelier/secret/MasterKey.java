package atelier.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// One key of the key file. It encrypts nothing itself: HKDF-SHA256 derives from it what wraps an owner's data keys.
final class MasterKey {
    private static final byte[] SALT = "atelier vault 1".getBytes(StandardCharsets.UTF_8);
    private static final int ID_BYTES = 8;

    private final byte[] secret;
    private final String id;

    /// @param secret 32 random bytes; taken over
    MasterKey(byte[] secret) {
        this.secret = secret;
        this.id = HexFormat.of().formatHex(derive("id", ID_BYTES));
    }

    static MasterKey fresh() {
        return new MasterKey(Gcm.freshKey());
    }

    /// By which a wrapped key says which one wraps it; tells nothing about the key.
    String id() {
        return id;
    }

    /// The secret itself, for the key file.
    byte[] secret() {
        return secret;
    }

    DataKeys.Wrapped wrap(String owner, int version, byte[] dataKey) {
        var wrapping = derive("wrap " + owner, Gcm.KEY_BYTES);
        try {
            return new DataKeys.Wrapped(owner, version, id, Gcm.encrypt(wrapping, bound(owner, version), dataKey));
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    byte[] unwrap(DataKeys.Wrapped key) {
        var wrapping = derive("wrap " + key.owner(), Gcm.KEY_BYTES);
        try {
            return Gcm.decrypt(wrapping, bound(key.owner(), key.version()), key.text());
        } catch (GeneralSecurityException failure) {
            throw new VaultException("The data key of " + key.owner() + " in the database was changed by somebody else"
                    + " than Atelier. Restore the database from a backup, or enter those provider keys again.",
                    failure);
        } finally {
            Arrays.fill(wrapping, (byte) 0);
        }
    }

    private byte[] bound(String owner, int version) {
        return Context.bound("atelier vault 1 data key", version, 0, owner, id);
    }

    private byte[] derive(String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(SALT)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java has no HKDF", failure);
        }
    }

    @Override
    public String toString() {
        return "master key " + id;
    }
}
