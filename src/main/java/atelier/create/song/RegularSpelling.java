package atelier.create.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Languages that are spoken about as they are written: which vowels sound as one, which consonants begin a syllable
/// together, and where the stress falls. A single consonant begins the next syllable, of several the last that can.
///
/// @param vowels  single ones
/// @param groups  vowels that sound as one, the longest first
/// @param onsets  consonants that stay together, the longest first
/// @param mute    an ending that is written but not sung; matches at the end of a word
/// @param weak    small words without stress
/// @param accents how stress is found
record RegularSpelling(String vowels, List<String> groups, List<String> onsets, Pattern mute, Set<String> weak,
        Accent accents) implements Spelling {
    private static final Pattern NONE = Pattern.compile("(?!)");
    private static final String ROMANCE = "bl br cl cr dr fl fr gl gr pl pr tr ch ";

    static final RegularSpelling GERMAN = new RegularSpelling("aeiouyäöü", list("ei ai au äu eu ie aa ee oo ey ay"),
            list("sch ch ph th ck sh qu"), NONE,
            Set.of("der", "die", "das", "den", "dem", "des", "ein", "und", "oder", "zu", "im", "in", "am", "an", "auf",
                    "mit", "von", "für", "ich", "du", "er", "sie", "es", "wir", "ihr", "ist", "war", "dass", "so",
                    "wie",
                    "mir", "dir", "mich", "dich", "uns", "sich", "als", "bei", "um"),
            Accent.GERMAN);
    static final RegularSpelling SPANISH = new RegularSpelling("aeiouáéíóúü",
            list("iái iéi uái uéi ia ie io iu ua ue uo ui ai ei oi au eu ou iá ié ió uá ué uó ái éi ói áu éu üe üi ay ey oy uy"),
            list(ROMANCE + "ll rr qu"), NONE,
            Set.of("el", "la", "los", "las", "un", "y", "o", "de", "del", "al", "a", "en", "con", "por", "que", "se",
                    "me",
                    "te", "mi", "tu", "su", "lo", "le", "es"),
            Accent.IBERIAN);
    static final RegularSpelling FRENCH = new RegularSpelling("aeiouyàâäéèêëîïôöùûüœ",
            list("ieux oeu œu eau oui ieu aie uei ai aî au ei eu oi oî ou où oû ui ie ia io iè ié ée ue oy ay"),
            list(ROMANCE + "vr ph th gn qu"),
            Pattern.compile("(?<=[qg]u|[^aeiouyàâäéèêëîïôöùûüœ])(?:e|es)(?=[^\\p{L}]*$)"),
            Set.of("le", "la", "les", "un", "une", "des", "de", "du", "et", "ou", "à", "en", "je", "tu", "il", "on",
                    "me",
                    "te", "se", "ne", "que", "qui", "mon", "ton", "son", "ce", "au", "par", "est"),
            Accent.LAST);
    static final RegularSpelling PORTUGUESE = new RegularSpelling("aeiouáéíóúâêôãõàü",
            list("ãos ão ãe õe ai ei oi ui au eu iu ou ái éi ói áu éu êu uai"),
            list(ROMANCE + "vr lh nh qu"), NONE,
            Set.of("o", "a", "os", "as", "um", "e", "de", "do", "da", "dos", "em", "no", "na", "com", "por", "que",
                    "se",
                    "me", "te", "meu", "eu", "é", "ao"),
            Accent.IBERIAN);
    static final RegularSpelling RUSSIAN = new RegularSpelling("аеёиоуыэюя", List.of(),
            list("тр др бр пр кр гр вр пл бл кл гл хр"), NONE,
            Set.of("и", "в", "на", "с", "о", "об", "а", "но", "за", "по", "от", "до", "из", "не", "ни", "же", "бы", "я",
                    "ты", "мы", "он", "что", "как", "мне", "нас", "у", "к"),
            Accent.RUSSIAN);

    /// Ways to find the stressed syllable.
    enum Accent {
        LAST, IBERIAN, GERMAN, RUSSIAN
    }

    private static final Pattern LIGHT_PREFIX = Pattern.compile("(?:be|ge|er|ver|zer|ent|emp)\\p{L}{3,}"),
            HEAVY_END = Pattern.compile(".*(?:tion|ität|ei|enz|anz|ell|ieren|ment|ik)"),
            NOT_LIGHT = Pattern
                    .compile("(?:gest|ern|bei|bess|beste|erst|gel[bd]|gern|geg|erd|erb|besen|bett|geig|geist|eben).*"),
            OPEN_END = Pattern.compile(".*(?:[aeo]s?|[ae]m|ens|[aeiou]n|is)");

    private static List<String> list(String words) {
        return Arrays.stream(words.strip().split(" +", -1))
                .sorted((a, b) -> b.length() - a.length()).toList();
    }

    // A vowel or several that sound as one.
    private record Nucleus(int from, int end) {}

    @Override
    public List<Integer> cuts(String word) {
        List<Nucleus> nuclei = nuclei(word);
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i < nuclei.size(); i++) {
            cuts.add(cut(word, nuclei.get(i - 1).end(), nuclei.get(i).from()));
        }
        return cuts;
    }

    private List<Nucleus> nuclei(String word) {
        var found = mute.matcher(word);
        int end = found.find() ? found.start() : word.length();
        List<Nucleus> nuclei = new ArrayList<>();
        for (int i = 0; i < word.length(); i++) {
            if (!sounds(word, i)) {
                continue;
            }
            int from = i;
            int length = groups.stream().filter(it -> word.startsWith(it, from)).mapToInt(String::length).findFirst()
                    .orElse(1);
            length += glides(word, from, length);
            boolean silent = from >= end && !nuclei.isEmpty();
            if (!silent) {
                nuclei.add(new Nucleus(from, from + length));
            }
            i = from + length - 1;
        }
        return nuclei;
    }

    // In Portuguese "história" ends in one syllable, "alegria" in two: the accent before tells.
    private int glides(String word, int at, int length) {
        boolean rising = equals(PORTUGUESE) && length == 1 && at + 1 < word.length()
                && (word.charAt(at) == 'i' || word.charAt(at) == 'u') && "aeo".indexOf(word.charAt(at + 1)) >= 0;
        return rising && word.substring(0, at).matches(".*[áéíóúâêô].*") ? 1 : 0;
    }

    private boolean sounds(String word, int at) {
        char c = word.charAt(at);
        if (vowels.indexOf(c) < 0) {
            return c == 'y' && equals(SPANISH) && (at + 1 == word.length() || vowels.indexOf(word.charAt(at + 1)) < 0);
        }
        char before = at > 0 ? word.charAt(at - 1) : ' ';
        char after = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
        boolean behindQ = c == 'u' && before == 'q';
        boolean hard = c == 'u' && before == 'g' && "eiéíèê".indexOf(after) >= 0 && !equals(GERMAN) && !equals(RUSSIAN);
        boolean consonant = c == 'y' && before != ' ' && vowels.indexOf(before) >= 0 && vowels.indexOf(after) >= 0;
        return !behindQ && !hard && !consonant;
    }

    private int cut(String word, int from, int next) {
        String between = word.substring(from, next);
        if (between.length() <= 1) {
            return from;
        }
        int kept = onsets.stream().filter(between::endsWith).mapToInt(String::length).findFirst().orElse(1);
        // "qu" and "gu" before e and i: the u belongs to the consonant.
        if (kept == 1 && between.endsWith("gu")) {
            kept = 2;
        }
        // A Russian sign goes with the consonant before it.
        return next - (between.matches(".*[ьъ]") ? 2 : kept);
    }

    @Override
    public int stress(String word, int count) {
        if (count == 1) {
            return weak.contains(word) ? -1 : 0;
        }
        return switch (accents) {
            case LAST -> count - 1;
            case GERMAN -> german(word, count);
            case IBERIAN -> marked(word, "áéíóúâêôãõ", OPEN_END.matcher(word).matches() ? count - 2 : count - 1, count);
            // Russian stress is not written; the middle is where it is most often.
            case RUSSIAN -> marked(word, "ё", count - 2, count);
        };
    }

    private static int german(String word, int count) {
        if (HEAVY_END.matcher(word).matches()) {
            return word.endsWith("ieren") ? count - 2 : count - 1;
        }
        return LIGHT_PREFIX.matcher(word).matches() && !NOT_LIGHT.matcher(word).matches() ? 1 : 0;
    }

    // An accent is heard where it is written; of several the first that is no mere tilde.
    private int marked(String word, String signs, int otherwise, int count) {
        List<Integer> cuts = cuts(word);
        int best = -1;
        for (int i = 0; i < word.length(); i++) {
            boolean sign = signs.indexOf(word.charAt(i)) >= 0;
            boolean better = best < 0 || "ãõ".indexOf(word.charAt(best)) >= 0;
            best = sign && better ? i : best;
        }
        if (best < 0) {
            return Math.clamp(otherwise, 0, count - 1);
        }
        int at = best;
        return Math.min(count - 1, (int) cuts.stream().filter(cut -> cut <= at).count());
    }
}
