package atelier.create.text;

import atelier.create.risk.Risk;
import atelier.language.Phrases;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words for risks that a model may use: those it was told, in English, and those of the person's language, since it may
/// translate them along with the rest.
final class RiskWords {
    private final Map<String, Risk> risks = new HashMap<>();
    private final Pattern pattern;

    RiskWords(Phrases phrases) {
        for (var risk : Risk.values()) {
            risks.put(risk.word().inEnglish(), risk);
            risks.put(risk.word().in(phrases), risk);
        }
        pattern = Pattern.compile("(?iU)\\b(?:" + String.join("|", risks.keySet()) + ")\\b");
    }

    Matcher in(String words) {
        return pattern.matcher(words);
    }

    /// @param word in any case
    @Nullable
    Risk named(String word) {
        return risks.get(word.toLowerCase(Locale.ROOT));
    }
}
