package atelier.create.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits lines into syllables by the rules of their language; Chinese, Japanese and Korean by letters in any.
final class Syllables {
    private static final int LONGEST_WORD = 24;

    private final Spelling spelling;

    /// @param language ISO 639-1; null counts as English
    Syllables(@org.jspecify.annotations.Nullable String language) {
        spelling = Spelling.of(Tongue.of(language));
    }

    /// The syllables of a line; empty when there is nothing to sing in it.
    List<Syllable> of(String line) {
        List<Syllable> all = new ArrayList<>();
        for (String word : line.strip().split("[\\s\\u00A0]+", -1)) {
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                add(all, word.length() <= LONGEST_WORD
                        ? word
                        : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD / 2)));
            }
        }
        return all;
    }

    private void add(List<Syllable> all, String word) {
        List<String> parts = new ArrayList<>();
        for (String piece : word.split("(?<=\\p{L})-(?=\\p{L})", -1)) {
            parts.addAll(split(piece));
        }
        boolean letters = word.codePoints().anyMatch(Syllables::ideograph);
        int stress = letters
                ? 0
                : spelling.stress(word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}']", ""), parts.size());
        for (int i = 0; i < parts.size(); i++) {
            all.add(new Syllable(parts.get(i), i < parts.size() - 1, letters ? i % 2 == 0 : i == stress));
        }
    }

    private List<String> split(String word) {
        List<Integer> cuts = word.codePoints().anyMatch(Syllables::ideograph)
                ? letters(word)
                : spelling.cuts(word.toLowerCase(Locale.ROOT));
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            if (cut > from && cut < word.length()) {
                parts.add(word.substring(from, cut));
                from = cut;
            }
        }
        parts.add(word.substring(from));
        return parts;
    }

    // Before each letter but the first; what is none stays with the letter before.
    private static List<Integer> letters(String word) {
        List<Integer> cuts = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (ideograph(word.codePointAt(i))) {
                if (begun) {
                    cuts.add(i);
                }
                begun = true;
            }
        }
        return cuts;
    }

    private static boolean ideograph(int c) {
        return Character.isIdeographic(c) || (c >= 0x3041 && c <= 0x30FA) || (c >= 0xAC00 && c <= 0xD7A3);
    }
}
