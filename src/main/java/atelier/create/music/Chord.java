package atelier.create.music;

import atelier.audio.score.Key;
import java.util.ArrayList;
import java.util.List;

/// A chord by its distance from the tonic, so that a tune is the same in every key.
///
/// @param tones semitones above the tonic, the root first, each higher than the one before
public record Chord(List<Integer> tones) {
    public Chord {
        tones = List.copyOf(tones);
    }

    /// Stacked thirds on a degree (1 to 7) of a scale of seven notes.
    static Chord on(int degree, List<Integer> scale, boolean seventh) {
        var tones = new ArrayList<Integer>();
        for (int i = 0; i < (seventh ? 4 : 3); i++) {
            int place = degree - 1 + 2 * i;
            tones.add(scale.get(place % 7) + 12 * (place / 7));
        }
        return new Chord(tones);
    }

    /// The major chord on the fifth degree: the raised seventh that leads home in minor.
    static Chord dominant(boolean seventh) {
        return new Chord(seventh ? List.of(7, 11, 14, 17) : List.of(7, 11, 14));
    }

    /// Semitones from the tonic to its root.
    public int root() {
        return tones.getFirst();
    }

    /// Whether a note this far above the tonic belongs to it.
    public boolean contains(int semitones) {
        return tones.stream().anyMatch(tone -> Math.floorMod(tone - semitones, 12) == 0);
    }

    /// Such as `F#m7`.
    public String name(Key key) {
        var above = tones.stream().map(tone -> tone - root()).toList();
        String quality = switch (above.subList(1, 3).toString()) {
            case "[4, 7]" -> "";
            case "[3, 7]" -> "m";
            case "[3, 6]" -> "dim";
            case "[4, 8]" -> "aug";
            case "[4, 6]" -> "(b5)";
            case "[2, 6]", "[2, 7]" -> "sus2";
            case "[5, 7]" -> "sus4";
            default -> "?";
        };
        String seventh = above.size() < 4 ? "" : above.get(3) == 11 ? "maj7" : "7";
        if (quality.equals("dim") && above.size() == 4) {
            quality = above.get(3) == 10 ? "m" : "dim";
            seventh = above.get(3) == 10 ? "7b5" : "7";
        }
        return key.spell(key.pitchClass() + root()) + quality + seventh;
    }
}
