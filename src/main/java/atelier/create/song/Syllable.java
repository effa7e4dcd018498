package atelier.create.song;

/// A syllable to be sung.
///
/// @param joins    whether the word goes on
/// @param stressed whether it wants a strong beat
record Syllable(String text, boolean joins, boolean stressed) {
    /// As a MIDI lyric has it: a hyphen within a word, a space after it.
    String lyric() {
        return joins ? text + "-" : text + " ";
    }
}
