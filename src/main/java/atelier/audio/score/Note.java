package atelier.audio.score;

/// One note.
///
/// @param start    ticks from the beginning
/// @param length   ticks, at least one
/// @param pitch    MIDI number, middle C = 60
/// @param velocity 1 to 127
public record Note(int start, int length, int pitch, int velocity) {
    public Note {
        if (start < 0 || length < 1 || pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
            throw new IllegalArgumentException(start + "+" + length + " " + pitch + " " + velocity);
        }
    }

    /// The first tick after it.
    public int end() {
        return start + length;
    }
}
