package atelier.create.music;

import atelier.audio.SoundBank;
import atelier.audio.score.Key;
import atelier.audio.score.Metre;
import atelier.audio.score.Scale;
import atelier.language.Phrases;
import atelier.language.Sentence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What musicians call things, in the language of whoever reads it. What is no word of ours stays as it was said.
public final class MusicWords {
    private static final Set<String> MOODS = Set.of("calm", "sad", "happy", "dark", "energetic", "romantic", "epic",
            "dreamy", "nostalgic", "tense", "angry", "funny", "hopeful");
    private static final Set<String> PLAYERS = Set.of("Voice", "Melody", "Chords", "Bass", "Drums");
    private static final Set<String> SEVERAL = Set.of("piano", "electric piano", "harpsichord", "celesta", "music box",
            "vibraphone", "marimba", "xylophone", "organ", "accordion", "harmonica", "guitar", "electric guitar",
            "double bass", "violin", "viola", "cello", "harp", "strings", "choir", "trumpet", "trombone", "tuba",
            "french horn", "brass", "soprano sax", "saxophone", "oboe", "bassoon", "clarinet", "piccolo", "flute",
            "recorder", "pan flute", "ocarina", "synth", "sitar", "banjo", "shamisen", "koto", "bagpipe",
            "steel drums");

    private MusicWords() {}

    /// Such as `D minor`.
    public static Sentence key(Key key) {
        return Sentence.of("music.key", "tonic", note(key.tonicName()), "scale", scale(key.scale()), "kind",
                key.scale().name());
    }

    /// A pitch, such as `F#`.
    public static Sentence note(String name) {
        var signs = name.substring(1);
        return signs.length() > 1
                ? Sentence.plain(name)
                : Sentence.of("music.tonic", "letter", name.substring(0, 1), "sign", switch (signs) {
                    case "#" -> "sharp";
                    case "b" -> "flat";
                    default -> "none";
                });
    }

    /// Such as `harmonic minor`.
    static Sentence scale(Scale scale) {
        return Sentence.of("music.scale." + scale.name());
    }

    /// Such as `waltz`.
    public static Sentence genre(String genre) {
        return Style.isNamed(genre) ? Sentence.of("music.genre." + genre) : Sentence.plain(genre);
    }

    /// Such as `calm`, or `none`.
    public static Sentence mood(@Nullable String mood) {
        return mood != null && MOODS.contains(mood)
                ? Sentence.of("music.mood." + mood)
                : Sentence.plain(mood == null || mood.isEmpty() ? "none" : mood);
    }

    /// Such as `violin`.
    public static Sentence instrument(String name) {
        return SEVERAL.contains(name) ? Sentence.of("music.on." + name.replace(' ', '-')) : Sentence.plain(name);
    }

    /// Who plays a part, such as `Bass`.
    static Sentence player(String name) {
        return PLAYERS.contains(name) ? Sentence.of("music.player." + name) : Sentence.plain(name);
    }

    /// What the tempo counts, in brackets behind it; empty where that is the usual.
    public static String beat(Metre metre, Phrases phrases) {
        return switch (metre.tap()) {
            case 4 -> "";
            case 8, 6, 3 -> " (" + phrases.say("music.beat." + metre.tap()) + ")";
            default -> " (" + phrases.say("music.beat.4") + ")";
        };
    }

    /// Such as `8 bars`.
    public static Sentence bars(int bars) {
        return Sentence.of("music.bars", "bars", bars);
    }

    /// Whose instruments are heard.
    public static Sentence bank(String name) {
        return name.equals(SoundBank.BUILT_IN.name()) ? Sentence.of("proof.instruments") : Sentence.plain(name);
    }
}
