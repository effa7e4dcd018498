package atelier.audio.score;

import java.util.Comparator;
import java.util.List;

/// What one instrument plays.
///
/// @param name    track name
/// @param channel 0 to 15; 9 is percussion
/// @param program General MIDI program, 0 to 127
/// @param volume  0 to 127
/// @param pan     0 left, 64 middle, 127 right
/// @param notes   by start
public record Part(String name, int channel, int program, int volume, int pan, List<Note> notes) {
    public Part {
        notes = notes.stream().sorted(Comparator.comparingInt(Note::start).thenComparingInt(Note::pitch)).toList();
    }
}
