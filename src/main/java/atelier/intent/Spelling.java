package atelier.intent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the word of a list that someone meant and mistyped by one letter: swapped, missing, doubled or wrong.
///
/// Short words and first letters are left alone: there a slip cannot be told from another word.
final class Spelling {
    private static final int SHORTEST = 6;
    private static final int SHORTEST_WRONG = 7;

    private final Map<String, String> byRemainder = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    void add(String word) {
        boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        if (plain && word.length() >= SHORTEST && words.add(word)) {
            for (int i = 1; i < word.length(); i++) {
                byRemainder.putIfAbsent(without(word, i), word);
            }
        }
    }

    /// The word meant, or null where no one word is.
    @Nullable
    String meant(String typed) {
        if (typed.length() < SHORTEST - 1) {
            return null;
        }
        var forgotten = byRemainder.get(typed);
        if (forgotten != null && !forgotten.startsWith(typed)) {
            return forgotten;
        }
        for (int i = 1; i < typed.length(); i++) {
            var remainder = without(typed, i);
            if (i < typed.length() - 1 && words.contains(remainder)) {
                return remainder;
            }
            var word = byRemainder.get(remainder);
            if (word != null && word.length() == typed.length()
                    && (isSwap(word, typed) || (typed.length() >= SHORTEST_WRONG && i < typed.length() - 1))) {
                return word;
            }
        }
        return null;
    }

    private static String without(String word, int place) {
        return word.substring(0, place) + word.substring(place + 1);
    }

    private static boolean isSwap(String word, String typed) {
        int i = 0;
        while (i < word.length() && word.charAt(i) == typed.charAt(i)) {
            i++;
        }
        return i + 1 < word.length() && word.charAt(i) == typed.charAt(i + 1) && word.charAt(i + 1) == typed.charAt(i)
                && word.substring(i + 2).equals(typed.substring(i + 2));
    }
}
