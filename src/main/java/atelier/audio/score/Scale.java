package atelier.audio.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A scale: its steps in semitones above the tonic, and the key signature it is written with.
public enum Scale {
    MAJOR("major", 0, 0, 2, 4, 5, 7, 9, 11), //
    MINOR("minor", -3, 0, 2, 3, 5, 7, 8, 10), //
    HARMONIC_MINOR("harmonic minor", -3, 0, 2, 3, 5, 7, 8, 11), //
    MELODIC_MINOR("melodic minor", -3, 0, 2, 3, 5, 7, 9, 11), //
    DORIAN("dorian", -2, 0, 2, 3, 5, 7, 9, 10), //
    PHRYGIAN("phrygian", -4, 0, 1, 3, 5, 7, 8, 10), //
    LYDIAN("lydian", 1, 0, 2, 4, 6, 7, 9, 11), //
    MIXOLYDIAN("mixolydian", -1, 0, 2, 4, 5, 7, 9, 10), //
    LOCRIAN("locrian", -5, 0, 1, 3, 5, 6, 8, 10), //
    MAJOR_PENTATONIC("major pentatonic", 0, 0, 2, 4, 7, 9), //
    MINOR_PENTATONIC("minor pentatonic", -3, 0, 3, 5, 7, 10), //
    BLUES("blues", -3, 0, 3, 5, 6, 7, 10);

    private final String title;
    private final int fifths;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> steps;

    Scale(String title, int fifths, Integer... steps) {
        this.title = title;
        this.fifths = fifths;
        this.steps = List.of(steps);
    }

    /// The name people say, such as `harmonic minor`.
    public String title() {
        return title;
    }

    /// Semitones above the tonic, rising, within one octave.
    public List<Integer> steps() {
        return steps;
    }

    /// Whether the third above the tonic is minor.
    public boolean minor() {
        return steps.contains(3);
    }

    /// Sharps (or, negative, flats) this scale is written with, on top of those of the major scale on its tonic.
    int fifths() {
        return fifths;
    }

    /// The scale of seven notes its chords are taken from.
    public Scale harmony() {
        return switch (this) {
            case MAJOR_PENTATONIC -> MAJOR;
            case MINOR_PENTATONIC, BLUES -> MINOR;
            case MAJOR, MINOR, HARMONIC_MINOR, MELODIC_MINOR, DORIAN, PHRYGIAN, LYDIAN, MIXOLYDIAN, LOCRIAN -> this;
        };
    }

    /// The scale of that name: hyphens, spaces and letter case do not matter, nor does the order in `minor pentatonic`.
    public static Optional<Scale> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').strip()) {
            case "major", "maj", "ionian", "dur" -> Optional.of(MAJOR);
            case "minor", "min", "natural minor", "minor natural", "aeolian", "moll" -> Optional.of(MINOR);
            case "harmonic minor", "minor harmonic" -> Optional.of(HARMONIC_MINOR);
            case "melodic minor", "minor melodic" -> Optional.of(MELODIC_MINOR);
            case "dorian" -> Optional.of(DORIAN);
            case "phrygian" -> Optional.of(PHRYGIAN);
            case "lydian" -> Optional.of(LYDIAN);
            case "mixolydian" -> Optional.of(MIXOLYDIAN);
            case "locrian" -> Optional.of(LOCRIAN);
            case "pentatonic", "pentatonic major", "major pentatonic" -> Optional.of(MAJOR_PENTATONIC);
            case "pentatonic minor", "minor pentatonic" -> Optional.of(MINOR_PENTATONIC);
            case "blues", "minor blues" -> Optional.of(BLUES);
            default -> Optional.empty();
        };
    }
}
