package atelier.create;

import atelier.chat.Excerpt;
import atelier.chat.UserFacingException;
import atelier.language.Sentence;
import java.util.regex.Pattern;

/// An answer in which a model declines. It counts as no answer, so it is not charged.
public final class Refusal {
    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:i can(?:no|')?t|i can\u2019t|i(?:'|\u2019)m sorry|i am sorry|i won(?:'|\u2019)t|i(?:'|\u2019)m (?:not able|unable)|i am (?:not able|unable)|as an ai|ich kann .{0,40}nicht|lo siento|no puedo)\\b");
    private static final Pattern OPENING = Pattern.compile(
            "(?is)\\W{0,4}(?:i(?:'|\u2019)m (?:very |really )?sorry|i am sorry|sorry,? (?:but )?i|i can(?:no|')?t|i can\u2019t|i won(?:'|\u2019)t|i(?:'|\u2019)m (?:not able|unable) to|i am (?:not able|unable) to|as an ai|es tut mir leid|lo siento|je suis d\u00E9sol\u00E9).*");
    private static final int LONGEST = 1_500;
    private static final int SHORT = 500;

    private Refusal() {}

    /// For answers that should have held files and hold none.
    ///
    /// @throws UserFacingException when the words decline
    public static void refuseIn(String text) {
        if (text.length() < LONGEST && WORDS.matcher(text).find()) {
            throw declined(text);
        }
    }

    /// For answers in words: only short ones that begin so, as a real answer may speak of what one cannot do.
    ///
    /// @throws UserFacingException when the whole answer declines
    public static void refuseAll(String text) {
        if (text.strip().length() < SHORT && OPENING.matcher(text.strip()).matches()) {
            throw declined(text);
        }
    }

    /// The beginning of an answer, to quote.
    public static String shortly(String text) {
        return Excerpt.line(text, 240);
    }

    private static UserFacingException declined(String text) {
        return new UserFacingException(Sentence.of("text.declined", "said", shortly(text)));
    }
}
