package atelier.audio.score;

import java.util.List;

/// A piece of music in one key, metre and tempo.
///
/// @param tempo  beats a minute, counting the beat of [Metre#tap]
/// @param bars   whole bars; no note sounds beyond them
/// @param parts  the melody first
/// @param chords chord symbols, by tick
/// @param forms  names of the phrases, by tick
public record Score(String title, Key key, Metre metre, int tempo, int bars, List<Part> parts, List<Mark> chords,
        List<Mark> forms) {
    /// Ticks in a crotchet.
    public static final int PPQ = 480;
    /// Ticks in a semiquaver, the grid all notes stand on.
    public static final int STEP = PPQ / 4;

    public Score {
        parts = List.copyOf(parts);
        chords = List.copyOf(chords);
        forms = List.copyOf(forms);
        int end = bars * metre.ticks();
        for (Part part : parts) {
            for (Note note : part.notes()) {
                if (note.end() > end) {
                    throw new IllegalArgumentException(part.name() + " sounds beyond the last bar");
                }
            }
        }
    }

    /// A word at a time.
    public record Mark(int tick, String text) {}

    /// Length in ticks.
    public int ticks() {
        return bars * metre.ticks();
    }

    /// Microseconds of a crotchet, the tempo of a MIDI file.
    public int microsecondsPerCrotchet() {
        return Math.round(60e6f * 4 / metre.tap() / tempo);
    }

    /// Length in seconds, as a MIDI file of it lasts.
    public double seconds() {
        return ticks() * (microsecondsPerCrotchet() / 1e6) / PPQ;
    }
}
