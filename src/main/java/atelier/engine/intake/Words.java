package atelier.engine.intake;

import atelier.chat.Message;
import atelier.language.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people type, made harmless to store and show.
final class Words {
    /// Characters that are read in one message.
    static final int MOST = 32_000;
    /// Control characters except line breaks and tabs, and the marks that turn the direction of text around.
    private static final Pattern HARMFUL = Pattern
            .compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private Words() {}

    static String clean(String text) {
        return HARMFUL.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /// Why these words can't be worked on, with the way out.
    static Optional<Sentence> complaint(String words, Message message) {
        if (words.length() > MOST) {
            return Optional.of(tooLong(words.length()));
        }
        if (words.isEmpty() && message.invocation() == null && message.attachments().isEmpty()) {
            return Optional.of(Sentence.of("intake.empty"));
        }
        return Optional.empty();
    }

    static Sentence tooLong(int length) {
        return Sentence.of("intake.long", "length", length, "most", MOST);
    }
}
