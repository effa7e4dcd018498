package atelier.create.design;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Words made comparable: lower case, one space between them, and phrases found in them in one pass.
final class Spoken {
    private static final int LONGEST = 30_000;

    private final String text;

    private Spoken(String text) {
        this.text = text;
    }

    static Spoken of(String words) {
        var cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        var plain = new StringBuilder(" ");
        Normalizer.normalize(cut, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(c);
            } else if (plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return new Spoken(plain.append(' ').toString());
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /// Whether the phrase is said; a final `*` stands for any ending.
    boolean says(String phrase) {
        if (phrase.isEmpty()) {
            return false;
        }
        if (Character.UnicodeScript.of(phrase.codePointAt(0)) == Character.UnicodeScript.HAN) {
            return text.contains(phrase);
        }
        return phrase.endsWith("*")
                ? text.contains(" " + phrase.substring(0, phrase.length() - 1))
                : text.contains(" " + phrase + " ");
    }

    /// Where the phrase is said first; negative where it is not.
    int at(String phrase) {
        if (!says(phrase)) {
            return -1;
        }
        boolean han = Character.UnicodeScript.of(phrase.codePointAt(0)) == Character.UnicodeScript.HAN;
        return text.indexOf(han
                ? phrase
                : phrase.endsWith("*")
                        ? " " + phrase.substring(0, phrase.length() - 1)
                        : " " + phrase + " ");
    }

    /// Where the first word of that kind is said; negative where none is.
    int find(Predicate<String> isMeant) {
        for (int at = 0; at < text.length() - 1; at = text.indexOf(' ', at + 1)) {
            if (isMeant.test(text.substring(at + 1, text.indexOf(' ', at + 1)))) {
                return at;
            }
        }
        return -1;
    }

    /// What stands before a place, the space after it included.
    String before(int at, int longest) {
        return text.substring(Math.max(0, at - longest), at) + (text.charAt(at) == ' ' ? " " : "");
    }

    /// Length of the longest of the phrases that is said; 0 for none. Chinese says more with fewer signs.
    int longest(List<String> phrases) {
        return phrases.stream().filter(this::says).mapToInt(Spoken::weight).max().orElse(0);
    }

    boolean saysAny(List<String> phrases) {
        return phrases.stream().anyMatch(this::says);
    }

    private static int weight(String phrase) {
        boolean han = Character.UnicodeScript.of(phrase.codePointAt(0)) == Character.UnicodeScript.HAN;
        return han ? phrase.length() * 3 : phrase.length();
    }
}
