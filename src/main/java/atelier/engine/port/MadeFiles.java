package atelier.engine.port;

import java.util.List;

/// What was made, and where its bytes are.
public interface MadeFiles {
    void add(Job job, List<MadeFile> files);

    /// The files of one job of this account, in order.
    List<MadeFile> of(long account, String job);

    /// @param sha256 key in the [ArtifactStore]
    record MadeFile(String path, String mediaType, long bytes, String sha256) {}
}
