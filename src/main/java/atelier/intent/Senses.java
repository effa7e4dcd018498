package atelier.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table `senses.txt`: what single words are about, coarsely and in several languages. Likeness learns by them what
/// words mean that nobody said before; the rules do not know them.
final class Senses {
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST = 16;
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final Map<String, List<String>> STEMS = new HashMap<>();

    static {
        for (var line : Lexicon.lines("senses.txt")) {
            int equals = line.indexOf(" = ");
            for (var word : line.substring(equals + 3).strip().split(" +", -1)) {
                boolean stem = word.endsWith("*");
                (stem ? STEMS : WORDS)
                        .computeIfAbsent(Words.fold(stem ? word.substring(0, word.length() - 1) : word),
                                k -> new ArrayList<>())
                        .add(line.substring(0, equals));
            }
        }
    }

    private Senses() {}

    /// The senses of the word at this place, none for most words.
    static Set<String> at(List<String> words, int place) {
        var senses = new LinkedHashSet<String>();
        var word = words.get(place);
        if (Words.isHan(word.charAt(0))) {
            var run = new StringBuilder();
            for (int i = place; i < words.size() && i < place + 4 && Words.isHan(words.get(i).charAt(0)); i++) {
                run.append(words.get(i));
                senses.addAll(WORDS.getOrDefault(run.toString(), List.of()));
            }
            return senses;
        }
        senses.addAll(WORDS.getOrDefault(word, List.of()));
        for (int length = SHORTEST_STEM; length <= Math.min(word.length(), LONGEST); length++) {
            senses.addAll(STEMS.getOrDefault(word.substring(0, length), List.of()));
        }
        return senses;
    }
}
