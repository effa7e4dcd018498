package atelier.create.song;

import atelier.audio.score.Scale;
import atelier.create.music.Chord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A chord as a Roman numeral: the same in every key. Upper case is major, lower case minor. Without a sign a numeral
/// stands on the scale's own degree, so `VI` in minor is what others write `bVI`; both are understood.
///
/// @param text such as `bVII` or `V7`
record Numeral(String text, Chord chord) {
    private static final List<String> DEGREES = List.of("i", "ii", "iii", "iv", "v", "vi", "vii");
    private static final Pattern FORM = Pattern.compile(
            "([b♭#♯]?)(VII|VI|V|IV|III|II|I|vii|vi|v|iv|iii|ii|i)(maj7|M7|m7b5|ø7?|dim7?|°7?|o7?|aug|\\+|sus2|sus4|m7|m|7|6|9)?");

    /// Empty when the text is no numeral.
    static Optional<Numeral> of(String text, Scale scale) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        String roman = match.group(2);
        String suffix = match.group(3) == null ? "" : match.group(3);
        int degree = DEGREES.indexOf(roman.toLowerCase(Locale.ROOT));
        int root = switch (match.group(1)) {
            case "b", "♭" -> Scale.MAJOR.steps().get(degree) - 1;
            case "#", "♯" -> Scale.MAJOR.steps().get(degree) + 1;
            default -> scale.harmony().steps().get(degree);
        };
        boolean minor = Character.isLowerCase(roman.charAt(0)) || suffix.equals("m") || suffix.equals("m7");
        int from = Math.floorMod(root, 12);
        return Optional.of(new Numeral(text.strip(),
                new Chord(above(minor, suffix).stream().map(tone -> from + tone).toList())));
    }

    private static List<Integer> above(boolean minor, String suffix) {
        int third = minor ? 3 : 4;
        return switch (suffix) {
            case "7", "9", "m7" -> List.of(0, third, 7, 10);
            case "maj7", "M7" -> List.of(0, third, 7, 11);
            case "m7b5", "ø", "ø7" -> List.of(0, 3, 6, 10);
            case "dim7", "°7", "o7" -> List.of(0, 3, 6, 9);
            case "dim", "°", "o" -> List.of(0, 3, 6);
            case "aug", "+" -> List.of(0, 4, 8);
            case "sus2" -> List.of(0, 2, 7);
            case "sus4" -> List.of(0, 5, 7);
            default -> List.of(0, third, 7);
        };
    }

    /// Of a text that is known to be one.
    static Numeral known(String text, Scale scale) {
        return of(text, scale).orElseThrow(() -> new IllegalArgumentException("no numeral: " + text));
    }

    boolean isTonic() {
        return chord.root() == 0;
    }
}
