package atelier.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Guesses which word was meant by a misspelt one.
final class Nearest {
    private Nearest() {}

    /// The word that takes the fewest changed letters, or null when none is within a third of the length of `word`.
    static @Nullable String to(String word, List<String> words) {
        String nearest = null;
        int fewest = Math.max(2, word.length() / 3) + 1;
        for (String candidate : words) {
            int changes = changes(word, candidate);
            if (changes < fewest) {
                fewest = changes;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /// Levenshtein's distance, two rows at a time.
    static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] line = new int[to.length() + 1];
            line[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int swap = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(swap, Math.min(above[column], line[column - 1]) + 1);
            }
            above = line;
        }
        return above[to.length()];
    }
}
