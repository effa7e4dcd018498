package atelier.create;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One generated file.
///
/// Handed on, never compared: `equals` is identity of content, and the bytes are not copied.
///
/// @param path      relative, with `/`, already made safe
/// @param mediaType such as `audio/midi`
@SuppressWarnings("ArrayRecordComponent")
public record Artifact(String path, String mediaType, byte[] content) {
    /// Whether a person or a model can read it.
    public boolean isText() {
        return mediaType.startsWith("text/") || mediaType.contains("json") || mediaType.contains("xml")
                || mediaType.contains("javascript");
    }

    /// Fingerprint of the content, in lower-case hex.
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The last segment of the path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
