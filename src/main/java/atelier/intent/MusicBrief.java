package atelier.intent;

import atelier.language.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the words say about wanted music; null where they are silent. Values are as asked, not yet checked for sense:
/// whoever makes the music says what it took instead.
///
/// @param key      tonic such as `D`, `F#`, `Bb`
/// @param scale    `major`, `minor`, `harmonic-minor`, `melodic-minor`, `dorian`, `phrygian`, `lydian`, `mixolydian`,
///                 `locrian`, `pentatonic-major`, `pentatonic-minor`, `blues`
/// @param tempo    beats a minute
/// @param meter    such as `4/4`, `3/4`, `6/8`
/// @param bars     number of bars
/// @param seconds  length in seconds, where the words give a duration
/// @param genre    lower case, such as `pop`, `waltz`, `lo-fi`
/// @param mood     lower case, such as `calm`, `sad`, `happy`
/// @param language language of the words to be sung, ISO 639-1
/// @param seed     repeats an earlier take exactly
/// @param pace     how much faster than it would be otherwise: 0.8 is slower by a fifth
/// @param note     what could not be taken as it was said; see [#remarks]
/// @param instrument what plays the tune, one of [Instruments]
public record MusicBrief(@Nullable String key, @Nullable String scale, @Nullable Integer tempo, @Nullable String meter,
        @Nullable Integer bars, @Nullable Integer seconds, @Nullable String genre, @Nullable String mood,
        @Nullable String language, @Nullable Long seed, @Nullable Double pace, @Nullable String note,
        @Nullable String instrument) {
    /// At the usual pace.
    public MusicBrief(@Nullable String key, @Nullable String scale, @Nullable Integer tempo, @Nullable String meter,
            @Nullable Integer bars, @Nullable Integer seconds, @Nullable String genre, @Nullable String mood,
            @Nullable String language, @Nullable Long seed) {
        this(key, scale, tempo, meter, bars, seconds, genre, mood, language, seed, null);
    }

    /// All of it was taken as it was said.
    public MusicBrief(@Nullable String key, @Nullable String scale, @Nullable Integer tempo, @Nullable String meter,
            @Nullable Integer bars, @Nullable Integer seconds, @Nullable String genre, @Nullable String mood,
            @Nullable String language, @Nullable Long seed, @Nullable Double pace) {
        this(key, scale, tempo, meter, bars, seconds, genre, mood, language, seed, pace, null, null);
    }

    /// What could not be taken as it was said, to be told.
    public List<Sentence> remarks() {
        return note == null ? List.of() : note.lines().map(Notes::read).toList();
    }

    /// The same with another note.
    public MusicBrief noted(@Nullable String other) {
        return new MusicBrief(key, scale, tempo, meter, bars, seconds, genre, mood, language, seed, pace, other,
                instrument);
    }

    /// The same on another instrument.
    public MusicBrief playedOn(@Nullable String other) {
        return new MusicBrief(key, scale, tempo, meter, bars, seconds, genre, mood, language, seed, pace, note, other);
    }
}
