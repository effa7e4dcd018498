package atelier.audio;

import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.MidiFile;
import atelier.audio.score.Note;
import atelier.audio.score.Part;
import atelier.audio.score.Scale;
import atelier.audio.score.Score;
import java.util.List;
import java.util.stream.Stream;

/// A bar to try instruments with: a chord of the piano and a drum.
final class Trial {
    static final double SECONDS = 1;
    static final byte[] MIDI = MidiFile.of(new Score("Trial", new Key(0, Scale.MAJOR), Metre.FOUR_FOUR, 240, 1,
            List.of(new Part("Chord", 0, 0, 110, 64,
                    Stream.of(60, 64, 67).map(pitch -> new Note(0, 1440, pitch, 100)).toList()),
                    new Part("Drums", 9, 0, 110, 64, List.of(new Note(0, 480, 36, 110)))),
            List.of(), List.of()));

    private Trial() {}
}
