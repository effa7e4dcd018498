package atelier.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the sentence that words in English are: what deep layers say shortly, and what is stored so, is said in the language of
/// whoever reads it all the same.
final class Recognition {
    private static final Pattern ARGUMENT = Pattern.compile("\\{([a-z]+)\\}");
    private static final String NUMBERS = "status|times|seconds|used|most|count";
    private static final Map<String, List<Known>> AREAS = new ConcurrentHashMap<>();

    private Recognition() {}

    private record Known(String key, Pattern pattern, List<String> names) {}

    /// The words themselves where they are no sentence of the area.
    static Sentence of(String area, String words) {
        return AREAS.computeIfAbsent(area, Recognition::read).stream().flatMap(known -> {
            var match = known.pattern().matcher(words);
            return match.matches() ? Stream.of(said(known, match)) : Stream.empty();
        }).findFirst().orElseGet(() -> Sentence.plain(words));
    }

    private static Sentence said(Known known, Matcher match) {
        var namesAndValues = new ArrayList<Object>();
        for (int i = 0; i < known.names().size(); i++) {
            namesAndValues.add(known.names().get(i));
            namesAndValues.add(match.group(i + 1));
        }
        return Sentence.of(known.key(), namesAndValues.toArray());
    }

    /// Those without arguments first, as the others are wider.
    private static List<Known> read(String area) {
        return Bundles.read(area, Language.ENGLISH).entrySet().stream()
                .map(entry -> known(entry.getKey(), entry.getValue().replace("''", "'")))
                .sorted((one, other) -> Integer.compare(one.names().size(), other.names().size())).toList();
    }

    private static Known known(String key, String text) {
        var pattern = new StringBuilder();
        var names = new ArrayList<String>();
        var argument = ARGUMENT.matcher(text);
        int at = 0;
        while (argument.find()) {
            pattern.append(Pattern.quote(text.substring(at, argument.start())))
                    .append(argument.group(1).matches(NUMBERS) ? "([\\d.,]{1,20})" : "(.{1,60})");
            names.add(argument.group(1));
            at = argument.end();
        }
        return new Known(key, Pattern.compile(pattern + Pattern.quote(text.substring(at))), List.copyOf(names));
    }
}
