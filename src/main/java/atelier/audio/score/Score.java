package atelier.audio.score;

import atelier.drawing.StrokeFont;
import java.util.List;

/// A piece of music in one key, metre and tempo.
///
/// @param tempo  beats a minute, counting the beat of [Metre#tap]
/// @param bars   whole bars; no note sounds beyond them
/// @param parts  the melody first
/// @param chords chord symbols, by tick
/// @param forms  names of the phrases, by tick
/// @param lyrics what is sung to the melody, one a note at most, by tick
public record Score(String title, Key key, Metre metre, int tempo, int bars, List<Part> parts, List<Mark> chords,
        List<Mark> forms, List<Lyric> lyrics) {
    /// Ticks in a crotchet.
    public static final int PPQ = 480;
    /// Ticks in a semiquaver, the grid all notes stand on.
    public static final int STEP = PPQ / 4;

    public Score {
        parts = List.copyOf(parts);
        chords = List.copyOf(chords);
        forms = List.copyOf(forms);
        lyrics = List.copyOf(lyrics);
        int end = bars * metre.ticks();
        for (Part part : parts) {
            for (Note note : part.notes()) {
                if (note.end() > end) {
                    throw new IllegalArgumentException(part.name() + " sounds beyond the last bar");
                }
            }
        }
    }

    /// Without words.
    public Score(String title, Key key, Metre metre, int tempo, int bars, List<Part> parts, List<Mark> chords,
            List<Mark> forms) {
        this(title, key, metre, tempo, bars, parts, chords, forms, List.of());
    }

    /// A syllable.
    ///
    /// @param joins  whether its word goes on with the next
    /// @param begins whether a line of the lyrics begins with it
    public record Lyric(int tick, String text, boolean joins, boolean begins) {
        /// As MIDI files have it: a hyphen within a word, a space after it.
        public String event() {
            return joins ? text + "-" : text + " ";
        }
    }

    /// A word at a time.
    public record Mark(int tick, String text) {}

    /// The title for pictures: where they have no letters for it, such as `Song in A major`.
    public String drawnTitle() {
        return StrokeFont.canDraw(title) ? title : (lyrics.isEmpty() ? "Tune in " : "Song in ") + key.title();
    }

    /// Length in ticks.
    public int ticks() {
        return bars * metre.ticks();
    }

    /// Microseconds of a crotchet, the tempo of a MIDI file.
    public int microsecondsPerCrotchet() {
        return (int) Math.round(60e6 * 4 / metre.tap() / tempo);
    }

    /// Length in seconds, as a MIDI file of it lasts.
    public double seconds() {
        return ticks() * (microsecondsPerCrotchet() / 1e6) / PPQ;
    }
}
