package atelier.intent;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds a key in the words of seven languages: `D minor`, `F sharp major`, `d-Moll`, `Es-Dur`, `ré mineur`, `D小调`.
///
/// @param tonic such as `F#`, or null where only the mode is said
/// @param scale see [MusicBrief]
/// @param note  what to tell about how it was taken, or null
record Keys(@Nullable String tonic, @Nullable String scale, @Nullable String note) {
    private static final String NO_ENGLISH_KEY = Notes.of("music.note.h");
    private static final Map<String, String> SYLLABLES = Map.ofEntries(Map.entry("do", "C"), Map.entry("re", "D"),
            Map.entry("mi", "E"), Map.entry("fa", "F"), Map.entry("sol", "G"), Map.entry("la", "A"),
            Map.entry("si", "B"),
            Map.entry("ut", "C"), Map.entry("до", "C"), Map.entry("ре", "D"), Map.entry("ми", "E"),
            Map.entry("фа", "F"),
            Map.entry("соль", "G"), Map.entry("ля", "A"), Map.entry("си", "B"));
    private static final Map<String, String> GERMAN = Map.ofEntries(Map.entry("cis", "C#"), Map.entry("dis", "D#"),
            Map.entry("fis", "F#"), Map.entry("gis", "G#"), Map.entry("ais", "A#"), Map.entry("es", "Eb"),
            Map.entry("as", "Ab"), Map.entry("des", "Db"), Map.entry("ges", "Gb"), Map.entry("ces", "Cb"),
            Map.entry("h", "B"), Map.entry("b", "Bb"), Map.entry("eis", "E#"), Map.entry("his", "B#"));
    private static final Set<String> SHARP = Set.of("sharp", "diese", "sostenido", "sustenido", "диез", "升");
    private static final Set<String> FLAT = Set.of("flat", "bemol", "бемоль", "降");
    private static final Set<String> BEFORE = Set.of("in", "key", "of", "to", "en", "em", "в", "на");

    /// All keys that are named in full, such as `D minor`, in order.
    static java.util.List<String> named(Findings findings) {
        return findings.all("scale").stream()
                .map(hit -> java.util.Optional.ofNullable(tonicBefore(findings, hit.start()))
                        .map(tonic -> tonic + " " + hit.value().replace('-', ' ')))
                .flatMap(java.util.Optional::stream).distinct().toList();
    }

    static Keys in(Findings findings) {
        String scale = null;
        for (var hit : findings.all("scale")) {
            var tonic = tonicBefore(findings, hit.start());
            if (tonic != null) {
                return of(findings, tonic, hit.value());
            }
            scale = scale == null ? hit.value() : scale;
        }
        for (int i = 1; i < findings.tokens().size(); i++) {
            if (BEFORE.contains(findings.tokens().get(i - 1).text())) {
                var tonic = barePitch(findings, i);
                if (tonic != null) {
                    return of(findings, tonic, scale);
                }
            }
        }
        return new Keys(null, scale, null);
    }

    private static Keys of(Findings findings, String tonic, @Nullable String scale) {
        boolean foreign = false;
        for (int i = 0; i < findings.tokens().size() && tonic.equals("B"); i++) {
            boolean german = i + 1 < findings.tokens().size() && isGermanMode(findings, i + 1);
            foreign |= findings.isAt(i, "h") && !german;
        }
        return new Keys(tonic, scale, foreign ? NO_ENGLISH_KEY : null);
    }

    /// The tonic that ends right before the word for the mode.
    private static @Nullable String tonicBefore(Findings findings, int mode) {
        int last = mode - 1;
        if (last < 0) {
            return null;
        }
        var tokens = findings.tokens();
        var word = tokens.get(last).text();
        boolean accidental = SHARP.contains(word) || FLAT.contains(word);
        int place = accidental ? last - 1 : last;
        if (place < 0) {
            return null;
        }
        var tonic = pitch(findings, place, findings.all("scale").stream().anyMatch(
                hit -> hit.start() == mode && isGermanMode(findings, mode)), accidental);
        if (tonic == null || (accidental && tonic.length() > 1)) {
            return tonic;
        }
        var sign = accidental ? word : place > 0 ? tokens.get(place - 1).text() : "";
        boolean before = !accidental && (sign.equals("升") || sign.equals("降"));
        return !accidental && !before ? tonic : tonic + (SHARP.contains(sign) ? "#" : "b");
    }

    private static boolean isGermanMode(Findings findings, int mode) {
        var word = findings.tokens().get(mode).text();
        return word.equals("dur") || word.equals("moll") || word.endsWith("isch");
    }

    private static @Nullable String pitch(Findings findings, int place, boolean german, boolean accidental) {
        var token = findings.tokens().get(place);
        var word = token.text();
        var fromGerman = german ? GERMAN.get(word) : null;
        if (fromGerman != null) {
            return fromGerman;
        }
        if (SYLLABLES.containsKey(word)) {
            return SYLLABLES.get(word);
        }
        var letter = word.equals("h") ? "B" : letter(word);
        // "a minor melody" may well be an article; "in a minor", "A minor" are not.
        boolean latin = place + 1 >= findings.tokens().size()
                || !Words.isHan(findings.tokens().get(place + 1).text().charAt(0));
        boolean article = latin && word.equals("a") && token.original().equals("a") && !german && !accidental
                && (place == 0 || !BEFORE.contains(findings.tokens().get(place - 1).text()));
        return article ? null : letter;
    }

    /// `in F#`, `in the key of Bb`: a pitch with no mode behind it must be written as a capital or with an accidental.
    private static @Nullable String barePitch(Findings findings, int place) {
        var token = findings.tokens().get(place);
        var letter = letter(token.text());
        if (letter == null) {
            var german = GERMAN.get(token.text());
            boolean capital = Character.isUpperCase(token.original().charAt(0));
            boolean known = token.text().length() > 1 || token.text().equals("h");
            return german != null && capital && known ? german : null;
        }
        if (findings.isAt(place + 1, "sharp")) {
            return letter + "#";
        }
        if (findings.isAt(place + 1, "flat")) {
            return letter + "b";
        }
        boolean article = token.original().equals("a");
        return article ? null : letter;
    }

    private static @Nullable String letter(String word) {
        if (word.isEmpty() || word.length() > 2 || word.charAt(0) < 'a' || word.charAt(0) > 'g') {
            return null;
        }
        var letter = String.valueOf((char) (word.charAt(0) - 32));
        if (word.length() == 1) {
            return letter;
        }
        return word.charAt(1) == '#' || word.charAt(1) == 'b' ? letter + word.charAt(1) : null;
    }
}
