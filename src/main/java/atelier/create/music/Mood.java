package atelier.create.music;

import atelier.audio.score.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a mood does to the music: factor of the tempo, more or fewer notes, a scale where none is named.
enum Mood {
    CALM(0.76, -0.2, null, "calm", "relax", "peace", "quiet", "gentle", "soft", "tender", "dream", "sleep", "chill"), //
    SAD(0.8, -0.15, Scale.MINOR, "sad", "melanchol", "lonely", "grief", "sorrow", "nostalg", "bittersweet", "gloom"), //
    DARK(0.9, 0, Scale.HARMONIC_MINOR, "dark", "myster", "scar", "spook", "creepy", "sinister", "tense", "eerie"), //
    HAPPY(1.12, 0.1, Scale.MAJOR, "happy", "cheer", "joy", "bright", "playful", "fun", "upbeat", "sunny", "optimis"), //
    LIVELY(1.25, 0.15, null, "energ", "lively", "fast", "excit", "driving", "wild", "powerful", "triumph"), //
    ANGRY(1.25, 0.15, Scale.PHRYGIAN, "angry", "aggress", "furious", "rage"), //
    ROMANTIC(0.88, -0.05, Scale.MAJOR, "romantic", "love", "warm", "hopeful", "sweet");

    private final double tempo;
    private final double density;
    private final @Nullable Scale scale;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> stems;

    Mood(double tempo, double density, @Nullable Scale scale, String... stems) {
        this.tempo = tempo;
        this.density = density;
        this.scale = scale;
        this.stems = List.of(stems);
    }

    double tempo() {
        return tempo;
    }

    double density() {
        return density;
    }

    @Nullable
    Scale scale() {
        return scale;
    }

    /// The mood a word names; empty when it names none of these.
    static Optional<Mood> of(String word) {
        return Arrays.stream(values()).filter(mood -> mood.stems.stream().anyMatch(word::contains)).findFirst();
    }
}
