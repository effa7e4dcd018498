package atelier.audio.score;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A tonic and a scale on it.
///
/// The tonic is a place on the line of fifths (… B♭ -2, F -1, C 0, G 1, D 2 …), which tells D♯ from E♭; every spelling
/// follows from it.
///
/// @param fifths place of the tonic, C = 0
public record Key(int fifths, Scale scale) {
    private static final String LETTERS = "FCGDAEB";
    private static final Pattern TONIC = Pattern.compile("([a-g])(sharp|flat|[#♯b♭]*)");

    /// The place of a tonic's name (`F#`, `B♭`, `e flat`) on the line of fifths; empty when it is none.
    public static OptionalInt tonic(String name) {
        var match = TONIC.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
        if (!match.matches()) {
            return OptionalInt.empty();
        }
        int place = LETTERS.indexOf(Character.toUpperCase(match.group(1).charAt(0))) - 1;
        String accidentals = match.group(2).replace("sharp", "#").replace("flat", "b");
        for (int i = 0; i < accidentals.length(); i++) {
            place += "#♯".indexOf(accidentals.charAt(i)) >= 0 ? 7 : -7;
        }
        return Math.abs(place) > 15 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// The tonic's pitch class, C = 0.
    public int pitchClass() {
        return pitchClass(fifths);
    }

    /// The same sounds with at most seven signs at the clef: A♭ major for G♯ major, this very key mostly.
    public Key written() {
        int signs = fifths + scale.fifths();
        return Math.abs(signs) <= 7 ? this : new Key(fifths - 12 * Integer.signum(signs), scale);
    }

    /// Sharps at the clef, or flats when negative: -7 to 7.
    public int signature() {
        return written().fifths + scale.fifths();
    }

    /// The tonic's name, such as `C#` or `Bb`.
    public String tonicName() {
        return name(fifths);
    }

    /// Such as `F# harmonic minor`.
    public String title() {
        return tonicName() + " " + scale.title();
    }

    /// How a pitch class is written in this key, such as `Eb`; the raised seventh of minor is a sharp, not a flat.
    public String spell(int pitchClass) {
        int middle = signature() + 2;
        int best = Integer.MIN_VALUE;
        for (int place = middle - 6; place <= middle + 6; place++) {
            if (pitchClass(place) == Math.floorMod(pitchClass, 12)) {
                best = place;
            }
        }
        return name(best);
    }

    /// Whether a MIDI pitch belongs to the scale.
    public boolean contains(int pitch) {
        return scale.steps().contains(Math.floorMod(pitch - pitchClass(), 12));
    }

    private static int pitchClass(int place) {
        return Math.floorMod(place * 7, 12);
    }

    private static String name(int place) {
        int accidentals = Math.floorDiv(place + 1, 7);
        return LETTERS.charAt(Math.floorMod(place + 1, 7))
                + (accidentals < 0 ? "b".repeat(-accidentals) : "#".repeat(accidentals));
    }
}
