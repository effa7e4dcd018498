package atelier.create.song;

import atelier.audio.score.Score;
import atelier.intent.MusicBrief;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Songs of every kind by the built-in composer: what people may ask for, in short.
final class Songbook {
    static final List<String> GENRES = List.of("pop", "rock", "ballad", "waltz", "march", "polka", "jig", "folk",
            "lullaby",
            "classical", "jazz", "bossa", "blues", "lo-fi", "hip-hop", "electronic", "ambient", "reggae", "country",
            "chiptune", "cinematic", "celtic");
    private static final List<String> METRES = List.of("4/4", "3/4", "6/8", "2/4", "5/4", "7/8", "9/8", "12/8");
    private static final List<String> SCALES = List.of("major", "minor", "harmonic-minor", "melodic-minor", "dorian",
            "phrygian", "lydian", "mixolydian", "locrian", "pentatonic-major", "pentatonic-minor", "blues");
    private static final List<String> KEYS = List.of("C", "F#", "Bb", "E", "Ab", "D", "Db", "B", "Eb", "G", "F", "A");

    private Songbook() {}

    record Song(SongPlan plan, Score score) {}

    static Song song(String genre, @Nullable String metre, @Nullable String key, @Nullable String scale, int bars,
            long seed) {
        var brief = new MusicBrief(key, scale, null, metre, bars, null, genre, null, null, seed);
        SongPlan plan = SongPlanner.plan(new Wish("a song about the sea", brief, seed, false, Optional.empty(), false));
        return new Song(plan, SongComposer.compose(plan, new Syllables(null), true));
    }

    /// One of each genre, in its own metre.
    static Map<String, Song> genres(int bars) {
        Map<String, Song> songs = new LinkedHashMap<>();
        GENRES.forEach(genre -> songs.put(genre, song(genre, null, null, null, bars, songs.size() + 1)));
        return songs;
    }

    /// As many as asked, through all metres, modes, keys and genres.
    static Map<String, Song> mixed(int count) {
        Map<String, Song> songs = new LinkedHashMap<>();
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String metre = METRES.get(i % METRES.size());
            String scale = SCALES.get(i % SCALES.size());
            String key = KEYS.get((i / 3) % KEYS.size());
            String genre = GENRES.get(i % GENRES.size());
            names.add(String.join(" ", genre, metre, key, scale));
            songs.put(i + " " + names.getLast(), song(genre, metre, key, scale, 16, i));
        }
        return songs;
    }
}
