package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.language.Sentence;
import java.util.List;
import java.util.Set;

/// What a model's answer holds.
///
/// @param files       in order of appearance, paths safe and distinct
/// @param rejected    files not taken: unsafe names, content that is no text, too many of them
/// @param explanation the prose, without the blocks that became files; snippets, commands and diffs that found no file stay in it
/// @param edits       what was said of files known before
public record Extraction(List<ExtractedFile> files, List<Rejected> rejected, String explanation, Edits edits) {
    public Extraction {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
    }

    /// Nothing was said of earlier files.
    public Extraction(List<ExtractedFile> files, List<Rejected> rejected, String explanation) {
        this(files, rejected, explanation, Edits.NONE);
    }

    /// A file not taken.
    ///
    /// @param path   as the model wrote it
    /// @param why short words such as `leads out of its folder`
    public record Rejected(String path, Sentence why) {
        /// In English, for models and logs.
        public String reason() {
            return why.inEnglish();
        }
    }

    /// Changes to files that were there before the answer.
    ///
    /// @param amended paths of files a change was laid over, so that nothing of them is lost
    /// @param removed paths of files taken away or renamed
    /// @param misfits changes that found no place
    public record Edits(Set<String> amended, Set<String> removed, List<Misfit> misfits) {
        static final Edits NONE = new Edits(Set.of(), Set.of(), List.of());

        public Edits {
            amended = Set.copyOf(amended);
            removed = Set.copyOf(removed);
            misfits = List.copyOf(misfits);
        }
    }

    /// A change that found no place.
    ///
    /// @param path   of the file as it is there, else as the model wrote it
    /// @param why short words that follow the name of the file
    public record Misfit(String path, Sentence why) {}

    /// Whether the answer says nothing of files.
    boolean isEmpty() {
        return files.isEmpty() && rejected.isEmpty() && edits.removed().isEmpty() && edits.misfits().isEmpty();
    }
}
