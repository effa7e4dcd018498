package atelier.engine.team;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds words and phrases in texts, however they are written: without regard to case, accents, width, punctuation and marks
/// that cannot be seen. Whole words count; a `*` at the end of a phrase lets its last word go on. Where a script knows no
/// spaces, any place counts.
final class Topics {
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]");

    private Topics() {}

    /// The first of these topics that the text speaks of.
    static Optional<String> in(String text, List<String> topics) {
        if (topics.isEmpty() || text.isBlank()) {
            return Optional.empty();
        }
        var plain = " " + plain(text) + " ";
        return topics.stream().filter(topic -> speaksOf(plain, topic)).findFirst();
    }

    private static boolean speaksOf(String plain, String topic) {
        var wanted = plain(topic);
        if (wanted.isEmpty()) {
            return false;
        }
        if (UNSPACED.matcher(wanted).find()) {
            return plain.replace(" ", "").contains(wanted.replace(" ", ""));
        }
        return plain.contains(" " + wanted + (topic.strip().endsWith("*") ? "" : " "));
    }

    private static String plain(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return GAPS.matcher(MARKS.matcher(open).replaceAll("").toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
