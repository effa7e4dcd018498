package atelier.engine.port;

import java.nio.file.Path;

/// Files by content. Putting the same bytes twice stores them once.
public interface ArtifactStore {
    /// Stores bytes durably.
    ///
    /// @return their SHA-256 in lower-case hex
    String put(byte[] content);

    /// Where the bytes of this hash are; they exist.
    Path path(String sha256);
}
