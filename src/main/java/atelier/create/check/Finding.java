package atelier.create.check;

import atelier.language.Sentence;

/// Something a check found wrong.
///
/// @param check name of the check
/// @param path  file it is in; empty when it concerns the whole
/// @param what  is wrong, in words that follow the name of the file
public record Finding(String check, String path, Sentence what) {
    /// What is wrong, in English, for the model that repairs it.
    public String problem() {
        return what.inEnglish();
    }
}
