package atelier.create.design;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences in the language of the person. From `say/`, one file a language.
public final class Say {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]{1,12})\\}");
    private static final Map<Tongue, Map<String, String>> ALL = new EnumMap<>(Tongue.class);

    static {
        for (var tongue : Tongue.values()) {
            var lines = new HashMap<String, String>();
            Table.pairs("say/" + tongue.code() + ".txt").forEach((key, line) -> lines.put(key, line.getFirst()));
            ALL.put(tongue, lines);
        }
    }

    private final Map<String, String> lines;

    private Say(Map<String, String> lines) {
        this.lines = lines;
    }

    public static Say in(Tongue tongue) {
        return new Say(Objects.requireNonNull(ALL.get(tongue)));
    }

    /// @throws IllegalArgumentException for a key that is not in the table
    public String line(String key) {
        return line(key, Map.of());
    }

    /// @param values fill the `{places}`
    public String line(String key, Map<String, ?> values) {
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("nothing to say for " + key);
        }
        return fill(line, values);
    }

    static Collection<String> keys(Tongue tongue) {
        return Objects.requireNonNull(ALL.get(tongue)).keySet();
    }

    /// Whether a text is such a line in any language, whatever stands in its places.
    static boolean isSaidBy(String key, String text) {
        return ALL.values().stream().map(lines -> lines.getOrDefault(key, "")).anyMatch(line -> Pattern
                .matches("\\Q" + PLACE.matcher(line).replaceAll("\\\\E.{1,60}\\\\Q") + "\\E", text));
    }

    static String fill(String text, Map<String, ?> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                values.containsKey(place.group(1)) ? String.valueOf(values.get(place.group(1))) : place.group()));
    }
}
