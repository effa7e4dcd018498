package atelier.create.song;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// English spelling by rules that are right for nine words in ten, and the words that are sung most where they are not;
/// without its silent letters also used for languages that have no rules of their own here.
///
/// @param english whether letters are silent as in English
record EnglishSpelling(boolean english) implements Spelling {
    private static final String VOWELS = "aeiouyαεηιουωієї";
    private static final Set<String> WEAK = Set.of("a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at",
            "by", "for", "from", "with", "as", "is", "am", "are", "was", "were", "be", "been", "it", "its", "it's",
            "i", "i'm", "you", "he", "she", "we", "they", "me", "my", "your", "his", "her", "our", "their", "us",
            "them", "that", "this", "if", "so", "than", "then", "will", "would", "can", "could", "had", "has", "have",
            "do", "does", "did", "not", "nor", "into", "i'll", "we'll");
    private static final Set<String> TOGETHER = Set.of("th", "ch", "sh", "ph", "wh", "bl", "br", "cl", "cr", "dr", "fl",
            "fr", "gl", "gr", "pl", "pr", "qu", "sc", "sk", "sl", "sm", "sn", "sp", "st", "sw", "tr", "tw", "ck");
    private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("people", "peo-ple"),
            Map.entry("every", "ev-ery"), Map.entry("heaven", "hea-ven"), Map.entry("quiet", "qui-et"),
            Map.entry("being", "be-ing"), Map.entry("going", "go-ing"), Map.entry("ocean", "o-cean"),
            Map.entry("radio", "ra-di-o"), Map.entry("create", "cre-ate"), Map.entry("poem", "po-em"),
            Map.entry("lion", "li-on"), Map.entry("science", "sci-ence"), Map.entry("someone", "some-one"),
            Map.entry("something", "some-thing"), Map.entry("sometimes", "some-times"), Map.entry("idea", "i-de-a"),
            Map.entry("everything", "ev-ery-thing"), Map.entry("everyone", "ev-ery-one"),
            Map.entry("somewhere", "some-where"), Map.entry("hundred", "hun-dred"), Map.entry("sacred", "sa-cred"),
            Map.entry("naked", "na-ked"), Map.entry("wanted", "want-ed"), Map.entry("business", "busi-ness"));
    private static final Set<String> LATE = Set.of("away", "again", "around", "along", "alone", "above", "about",
            "before", "behind", "below", "become", "begin", "began", "because", "believe", "between", "beyond",
            "beside",
            "tonight", "today", "goodbye", "forget", "forgive", "forever", "remember", "return", "remain", "repeat",
            "desire", "alive", "asleep", "across", "afraid", "apart", "awake", "arrive", "without", "within", "until",
            "myself", "yourself", "together", "tomorrow", "hello", "belong", "delight", "divine", "exist", "enough");

    @Override
    public int stress(String word, int count) {
        if (count == 1) {
            return WEAK.contains(word) ? -1 : 0;
        }
        if (LATE.contains(word)) {
            return 1;
        }
        boolean early = word.matches(".*(tion|sion|cian|ic|ical|ity|ious)s?");
        return early && count > 2 ? count - (word.matches(".*(ity|ical)") ? 3 : 2) : 0;
    }

    @Override
    public List<Integer> cuts(String word) {
        String core = word.replaceAll("[^\\p{L}]", "");
        String known = english ? KNOWN.get(core) : null;
        return known != null ? Spelling.cuts(known, word.indexOf(core.charAt(0))) : ruled(word);
    }

    private List<Integer> ruled(String word) {
        List<Integer> cuts = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < word.length(); i++) {
            if (nucleus(word, i) && (i == 0 || !nucleus(word, i - 1) || hiatus(word, i))) {
                if (before >= 0) {
                    cuts.add(cut(word, before, i));
                }
                before = i;
            }
            if (nucleus(word, i) && before >= 0 && before == i - 1 && !hiatus(word, i)) {
                before = i;
            }
        }
        return cuts;
    }

    private boolean nucleus(String word, int at) {
        boolean y = word.charAt(at) == 'y' && (at == 0 || vowel(word, at - 1)) && at + 1 < word.length()
                && vowel(word, at + 1);
        boolean startY = word.charAt(at) == 'y' && at == 0;
        boolean qu = at > 0 && word.charAt(at) == 'u' && word.charAt(at - 1) == 'q';
        return vowel(word, at) && !y && !startY && !qu && !(english && silent(word, at));
    }

    private static boolean vowel(String word, int at) {
        char base = Normalizer.normalize(word.substring(at, at + 1), Normalizer.Form.NFD).charAt(0);
        return VOWELS.indexOf(base) >= 0;
    }

    private static boolean silent(String word, int at) {
        String end = word.substring(at).replaceAll("[^\\p{L}]", "");
        if (word.charAt(at) != 'e' || at < 2 || vowel(word, at - 1)) {
            return false;
        }
        boolean earlier = false;
        for (int i = 0; i < at; i++) {
            earlier |= vowel(word, i);
        }
        char before = word.charAt(at - 1);
        return earlier && switch (end) {
            case "e" -> !(before == 'l' && !vowel(word, at - 2));
            case "es" -> "sxzcg".indexOf(before) < 0 && !(before == 'h' && "cs".indexOf(word.charAt(at - 2)) >= 0)
                    && !(before == 'l' && !vowel(word, at - 2));
            case "ed" -> before != 't' && before != 'd';
            case "ely", "eless", "ement", "eful", "efully" -> true;
            default -> false;
        };
    }

    private static boolean hiatus(String word, int at) {
        if (at == 0 || !vowel(word, at - 1)) {
            return false;
        }
        String pair = word.substring(at - 1, at + 1);
        boolean soft = at >= 2 && "tscgx".indexOf(word.charAt(at - 2)) >= 0;
        return switch (pair) {
            case "ia", "io", "iu" -> !soft;
            case "uo", "ao" -> true;
            case "ua", "ui" -> at >= 2 && "qgsr".indexOf(word.charAt(at - 2)) < 0 && pair.equals("ua");
            default -> false;
        };
    }

    private static int cut(String word, int before, int next) {
        int consonants = next - before - 1;
        if (consonants <= 0) {
            return next;
        }
        if (consonants == 1) {
            return next - 1;
        }
        if (word.startsWith("le", next - 1) && next == word.length() - 1) {
            return next - 2;
        }
        return TOGETHER.contains(word.substring(next - 2, next)) && !word.startsWith("ck", next - 2)
                ? next - 2
                : next - 1;
    }
}
