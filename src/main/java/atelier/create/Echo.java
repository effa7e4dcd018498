package atelier.create;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Our own instructions in what a model answers. A text it was given may have told it to recite them: a long sentence of them
/// is left out wherever it stands, and of a recital all of them.
final class Echo {
    private static final int SHORTEST = 20;
    private static final int LONG = 60;
    private static final int RECITAL = 3;
    private static final String LEFT_OUT = "[…]";
    private static final Pattern SENTENCE_END = Pattern.compile("\\n|(?<=[.!?:])\\s");
    /// Such lines are examples, which an answer may well be like.
    private static final Pattern CODE = Pattern.compile("[{}<>=\"]|```");

    private final List<Sentence> sentences;

    private Echo(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    /// @param plain as [#plainly(String)] gives it
    private record Sentence(String words, String plain) {
        static Sentence of(String words) {
            return new Sentence(words, plainly(words.toLowerCase(Locale.ROOT)).strip());
        }

        boolean isUnmistakable() {
            return words.length() >= LONG && !CODE.matcher(words).find();
        }

        /// However it is wrapped, whatever its case, and with marks of emphasis or quotation within.
        Pattern pattern() {
            var quoted = Stream.of(words.toLowerCase(Locale.ROOT).split("[\\s*_>`]+", -1))
                    .filter(word -> !word.isEmpty()).map(Pattern::quote).toList();
            return Pattern.compile(String.join("[\\s*_>`]{1,9}", quoted),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    /// Of these instructions.
    static Echo of(String system) {
        return new Echo(Stream.of(SENTENCE_END.split(system, -1)).map(String::strip)
                .filter(sentence -> sentence.length() >= SHORTEST).distinct().map(Sentence::of)
                .filter(sentence -> !sentence.plain().isEmpty()).toList());
    }

    String removed(String answer) {
        // Hardly an answer has any, and looking for plain words is a hundred times cheaper than for patterns.
        var said = plainly(answer);
        var found = sentences.stream().filter(sentence -> said.contains(sentence.plain()))
                .filter(sentence -> sentence.pattern().matcher(answer).find()).toList();
        var text = answer;
        for (var sentence : found) {
            if (found.size() >= RECITAL || sentence.isUnmistakable()) {
                text = sentence.pattern().matcher(text).replaceAll(LEFT_OUT);
            }
        }
        return text;
    }

    /// In one case, as patterns compare letters, and with one space wherever a pattern allows for several marks.
    private static String plainly(String text) {
        var folded = new StringBuilder(text.length());
        var isApart = false;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var parts = " \t\n\u000B\f\r*_>`".indexOf(letter) >= 0;
            if (!parts) {
                folded.append(Character.toLowerCase(Character.toUpperCase(letter)));
            } else if (!isApart) {
                folded.append(' ');
            }
            isApart = parts;
        }
        return folded.toString();
    }
}
