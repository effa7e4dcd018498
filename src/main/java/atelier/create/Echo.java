package atelier.create;

import java.util.ArrayList;
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

    private final List<Pattern> unmistakable = new ArrayList<>();
    private final List<Pattern> all = new ArrayList<>();

    private Echo() {}

    /// Of these instructions.
    static Echo of(String system) {
        var echo = new Echo();
        Stream.of(SENTENCE_END.split(system, -1)).map(String::strip).filter(sentence -> sentence.length() >= SHORTEST)
                .distinct().forEach(sentence -> {
                    var pattern = pattern(sentence);
                    echo.all.add(pattern);
                    if (sentence.length() >= LONG && !CODE.matcher(sentence).find()) {
                        echo.unmistakable.add(pattern);
                    }
                });
        return echo;
    }

    /// However it is wrapped, whatever its case, and with marks of emphasis or quotation within.
    private static Pattern pattern(String sentence) {
        var words = Stream.of(sentence.toLowerCase(Locale.ROOT).split("[\\s*_>`]+", -1)).filter(word -> !word.isEmpty())
                .map(Pattern::quote).toList();
        return Pattern.compile(String.join("[\\s*_>`]{1,9}", words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String removed(String answer) {
        var found = all.stream().filter(sentence -> sentence.matcher(answer).find()).limit(RECITAL).count();
        if (found == 0) {
            return answer;
        }
        var text = answer;
        for (var sentence : found < RECITAL ? unmistakable : all) {
            text = sentence.matcher(text).replaceAll(LEFT_OUT);
        }
        return text;
    }
}
