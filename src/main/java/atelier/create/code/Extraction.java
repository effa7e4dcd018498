package atelier.create.code;

import atelier.create.ExtractedFile;
import java.util.List;

/// What a model's answer holds.
///
/// @param files       in order of appearance, paths safe and distinct
/// @param rejected    files not taken: unsafe names, content that is no text, too many of them
/// @param explanation the prose, without the blocks that became files; snippets, commands and diffs that change no file given
///                    before stay in it
public record Extraction(List<ExtractedFile> files, List<Rejected> rejected, String explanation) {
    public Extraction {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
    }

    /// A file not taken.
    ///
    /// @param path   as the model wrote it
    /// @param reason short words such as `leads out of its folder`
    public record Rejected(String path, String reason) {}
}
