package atelier.create.song;

import atelier.create.music.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A song before its first note.
///
/// @param music    key, metre, tempo, bars, style, seed, and what was not taken as asked
/// @param genre    as named in the files, such as `pop`
/// @param sections in order; their bars sum to those of `music`
/// @param wordsBy  who wrote the words: `the person`, a model's name or the built-in songwriter
/// @param share    how much of it a model gave
/// @param language of the words, ISO 639-1
record SongPlan(Plan music, String genre, List<Section> sections, String wordsBy, Share share, String language) {
    SongPlan {
        sections = List.copyOf(sections);
    }

    String title() {
        return music.title();
    }

    /// What a section is for.
    enum Role {
        INTRO(0), VERSE(1), PRE_CHORUS(1), CHORUS(2), BRIDGE(1), INSTRUMENTAL(2), OUTRO(0);

        private final int energy;

        Role(int energy) {
            this.energy = energy;
        }

        /// 0 thin to 2 full.
        int energy() {
            return energy;
        }

        boolean sung() {
            return this != INTRO && this != INSTRUMENTAL && this != OUTRO;
        }

        /// Such as `Pre-chorus`.
        String title() {
            String name = name().replace('_', '-');
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /// A part of the song.
    ///
    /// @param name     such as `Verse 2`
    /// @param lineBars bars of a sung line; the last line may have fewer
    /// @param chords   one a bar
    /// @param lyrics   one a line, empty where nobody sings
    /// @param tune     bars of tune a model gave, by bar counted from 0
    record Section(Role role, String name, int bars, int lineBars, List<Numeral> chords, List<String> lyrics,
            Map<Integer, Hook> tune) {
        Section {
            tune = Map.copyOf(tune);
            chords = List.copyOf(chords);
            lyrics = List.copyOf(lyrics);
        }

        int lines() {
            return (bars + lineBars - 1) / lineBars;
        }

        /// Bars of a line, counted from 0.
        int barsOf(int line) {
            return Math.min(lineBars, bars - line * lineBars);
        }

        Section of(List<Numeral> newChords, List<String> newLyrics) {
            return new Section(role, name, bars, lineBars, newChords, newLyrics, tune);
        }

        Section lasting(int newBars) {
            return new Section(role, name, newBars, lineBars, chords, lyrics, tune);
        }
    }

    /// One bar of tune.
    ///
    /// @param rhythm  one character a semiquaver: `x` begins a note, `-` holds it, `.` is silence
    /// @param degrees of the scale, one a note; 1 is the tonic
    record Hook(String rhythm, List<Integer> degrees) {
        Hook {
            degrees = List.copyOf(degrees);
        }
    }
}
