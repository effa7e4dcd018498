package atelier.create.music;

import atelier.audio.score.Metre;
import atelier.audio.score.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a genre sounds like here.
///
/// @param tempo      beats a minute where nothing else is said
/// @param metre      likewise
/// @param scale      likewise; null leaves it to mood and chance
/// @param lead       General MIDI program of the melody
/// @param chords     program of the accompaniment
/// @param bass       program of the bass
/// @param figure     how the chords are played
/// @param density    0 long notes to 1 many
/// @param syncopated notes between the beats, held over them
/// @param sevenths   chords of four notes
/// @param manner     how its tunes move
public record Style(int tempo, Metre metre, @Nullable Scale scale, int lead, int chords, int bass, Figure figure,
        double density, boolean syncopated, boolean sevenths, Manner manner) {
    Style(int tempo, Metre metre, @Nullable Scale scale, int lead, int chords, int bass, Figure figure, double density,
            boolean syncopated, boolean sevenths) {
        this(tempo, metre, scale, lead, chords, bass, figure, density, syncopated, sevenths, Manner.PLAIN);
    }

    private Style moving(Manner own) {
        return new Style(tempo, metre, scale, lead, chords, bass, figure, density, syncopated, sevenths, own);
    }

    /// Ways to play a chord.
    public enum Figure {
        HELD, BROKEN, OOMPAH, PULSE, OFFBEAT
    }

    private static final Metre FOUR = Metre.FOUR_FOUR;
    private static final int PIANO = 0, E_PIANO = 4, MUSIC_BOX = 10, VIBRAPHONE = 11, ACCORDION = 21, NYLON = 24,
            STEEL = 25, CLEAN = 27,
            BASS = 32, FINGER = 33, SYNTH_BASS = 38, VIOLIN = 40, HARP = 46, STRINGS = 48, TRUMPET = 56, SAX = 65,
            CLARINET = 71, FLUTE = 73, SQUARE = 80, SAW = 81, PAD = 89;

    /// Where no genre is named.
    static final Style PLAIN = new Style(100, FOUR, null, FLUTE, PIANO, BASS, Figure.BROKEN, 0.5, false, false);

    private static final Map<String, Style> GENRES = Map.ofEntries(
            Map.entry("pop", new Style(104, FOUR, null, E_PIANO, CLEAN, FINGER, Figure.PULSE, 0.55, true, false)),
            Map.entry("rock", new Style(124, FOUR, null, SAW, CLEAN, FINGER, Figure.PULSE, 0.55, true, false)),
            Map.entry("ballad", new Style(72, FOUR, null, PIANO, STRINGS, FINGER, Figure.BROKEN, 0.4, false, false)),
            Map.entry("waltz",
                    new Style(132, Metre.THREE_FOUR, null, VIOLIN, PIANO, BASS, Figure.OOMPAH, 0.35, false, false)),
            Map.entry("march", new Style(112, new Metre(2, 4), Scale.MAJOR, TRUMPET, PIANO, BASS, Figure.OOMPAH, 0.5,
                    false, false)),
            Map.entry("polka", new Style(118, new Metre(2, 4), Scale.MAJOR, CLARINET, ACCORDION, BASS, Figure.OOMPAH,
                    0.7, false, false)),
            Map.entry("jig",
                    new Style(112, Metre.SIX_EIGHT, null, FLUTE, STEEL, BASS, Figure.PULSE, 0.95, false, false)),
            Map.entry("folk", new Style(100, FOUR, null, FLUTE, STEEL, BASS, Figure.BROKEN, 0.55, false, false)),
            Map.entry("lullaby",
                    new Style(66, Metre.SIX_EIGHT, null, MUSIC_BOX, HARP, BASS, Figure.BROKEN, 0.25, false, false)),
            Map.entry("classical", new Style(96, FOUR, null, VIOLIN, PIANO, BASS, Figure.BROKEN, 0.5, false, false)),
            Map.entry("jazz",
                    new Style(116, FOUR, null, SAX, PIANO, BASS, Figure.OFFBEAT, 0.55, true, true)),
            Map.entry("bossa",
                    new Style(124, FOUR, null, FLUTE, NYLON, BASS, Figure.OFFBEAT, 0.45, true, true)),
            Map.entry("blues",
                    new Style(88, FOUR, Scale.BLUES, SAX, PIANO, BASS, Figure.PULSE, 0.5, true, true)),
            Map.entry("lo-fi",
                    new Style(76, FOUR, null, VIBRAPHONE, E_PIANO, FINGER, Figure.OFFBEAT, 0.35, true, true)),
            Map.entry("hip-hop",
                    new Style(88, FOUR, Scale.MINOR, VIBRAPHONE, E_PIANO, SYNTH_BASS, Figure.HELD, 0.45, true, true)),
            Map.entry("electronic",
                    new Style(124, FOUR, null, SAW, PAD, SYNTH_BASS, Figure.OFFBEAT, 0.6, true, false)),
            Map.entry("ambient", new Style(64, FOUR, null, VIBRAPHONE, PAD, FINGER, Figure.HELD, 0.1, false, true)),
            Map.entry("reggae", new Style(80, FOUR, null, CLARINET, CLEAN, FINGER, Figure.OFFBEAT, 0.45, true, false)),
            Map.entry("country",
                    new Style(108, FOUR, Scale.MAJOR, STEEL, NYLON, BASS, Figure.OOMPAH, 0.55, false, false)),
            Map.entry("chiptune",
                    new Style(140, FOUR, null, SQUARE, SQUARE, SYNTH_BASS, Figure.BROKEN, 0.65, true, false)),
            Map.entry("cinematic",
                    new Style(84, FOUR, Scale.MINOR, VIOLIN, STRINGS, STRINGS, Figure.HELD, 0.3, false, false)),
            Map.entry("celtic", new Style(100, Metre.SIX_EIGHT, Scale.DORIAN, FLUTE, HARP, BASS, Figure.BROKEN, 0.75,
                    false, false)));

    private static final List<Map.Entry<String, String>> ALSO = List.of(Map.entry("lofi", "lo-fi"),
            Map.entry("hip hop", "hip-hop"), Map.entry("rap", "hip-hop"), Map.entry("trap", "hip-hop"),
            Map.entry("bossa nova", "bossa"), Map.entry("samba", "bossa"), Map.entry("swing", "jazz"),
            Map.entry("edm", "electronic"), Map.entry("dance", "electronic"), Map.entry("house", "electronic"),
            Map.entry("techno", "electronic"), Map.entry("synth", "electronic"), Map.entry("metal", "rock"),
            Map.entry("punk", "rock"), Map.entry("8-bit", "chiptune"), Map.entry("game", "chiptune"),
            Map.entry("film", "cinematic"), Map.entry("epic", "cinematic"), Map.entry("orchestral", "cinematic"),
            Map.entry("baroque", "classical"), Map.entry("chorale", "classical"), Map.entry("irish", "celtic"),
            Map.entry("cradle", "lullaby"), Map.entry("soul", "blues"), Map.entry("ska", "reggae"),
            Map.entry("indie", "pop"), Map.entry("r&b", "lo-fi"), Map.entry("chill", "lo-fi"),
            Map.entry("new age", "ambient"), Map.entry("acoustic", "folk"), Map.entry("love song", "ballad"));

    /// The style of a genre, also when the name only contains it (`indie rock`); empty when unknown.
    static Optional<Style> of(String genre) {
        return name(genre).flatMap(it -> Optional.ofNullable(GENRES.get(it)).map(style -> style.moving(Manner.of(it))));
    }

    /// The name I have for a genre: `hip-hop` for `trap`, `rock` for `indie rock`; empty when unknown.
    public static Optional<String> name(String genre) {
        if (GENRES.containsKey(genre)) {
            return Optional.of(genre);
        }
        return GENRES.keySet().stream().sorted().filter(genre::contains).findFirst()
                .or(() -> ALSO.stream().filter(entry -> genre.contains(entry.getKey())).map(Map.Entry::getValue)
                        .findFirst());
    }

    /// Whether that is the name of one, as [#name] gives it.
    static boolean isNamed(String genre) {
        return GENRES.containsKey(genre);
    }
}
