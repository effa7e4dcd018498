package atelier.secret;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a sealed secret belongs to. It opens under exactly this context, so that moving it to another row is noticed.
///
/// @param owner    whose secret it is; each owner has data keys of their own
/// @param provider what it is for, such as `gemini`
/// @param origin   the only place it may be sent to
/// @param keyId    of this one secret, never used again
/// @param version  counts how often the secret was replaced, so that an old one cannot be put back
public record Context(String owner, String provider, String origin, String keyId, int version) {
    /// What is authenticated together with the secret.
    ///
    /// @param dataKey version of the data key it is sealed with
    byte[] bytes(int dataKey) {
        return bound("atelier vault 1 value", dataKey, version, owner, provider, origin, keyId);
    }

    /// Every text with its length before it, so that no two contexts come out alike.
    static byte[] bound(String purpose, int first, int second, String... texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            put(out, purpose);
            out.writeInt(first);
            out.writeInt(second);
            for (var text : texts) {
                put(out, text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static void put(DataOutputStream out, String text) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }
}
