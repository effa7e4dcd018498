package atelier.create.song;

import java.util.ArrayList;
import java.util.List;

/// How a language's letters fall into syllables and where its words are stressed.
sealed interface Spelling permits EnglishSpelling, RegularSpelling {
    /// Where a word, in lower case and perhaps with signs around it, is cut; rising.
    List<Integer> cuts(String word);

    /// The stressed one of so many syllables; -1 for a small word that takes none.
    ///
    /// @param word letters and apostrophes only, in lower case
    int stress(String word, int count);

    /// Of a language by its two letters.
    static Spelling of(String language) {
        return switch (language) {
            case "de" -> RegularSpelling.GERMAN;
            case "es" -> RegularSpelling.SPANISH;
            case "fr" -> RegularSpelling.FRENCH;
            case "pt" -> RegularSpelling.PORTUGUESE;
            case "ru" -> RegularSpelling.RUSSIAN;
            default -> new EnglishSpelling(language.equals("en"));
        };
    }

    /// Places of the hyphens in a word that is known.
    static List<Integer> cuts(String hyphened, int offset) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0, at = offset; i < hyphened.length(); i++) {
            if (hyphened.charAt(i) == '-') {
                cuts.add(at);
            } else {
                at++;
            }
        }
        return cuts;
    }
}
