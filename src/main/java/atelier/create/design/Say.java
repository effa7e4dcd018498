package atelier.create.design;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences in the language of the person where we have them, otherwise in English. From `say.txt`.
public final class Say {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]{1,12})\\}");
    private static final Map<String, List<String>> ALL = new HashMap<>();

    static {
        Table.rows("say.txt").forEach(row -> ALL.put(row.getFirst(), row.subList(1, row.size())));
    }

    private final int column;

    private Say(int column) {
        this.column = column;
    }

    public static Say in(Tongue tongue) {
        return new Say(switch (tongue) {
            case GERMAN -> 1;
            case SPANISH -> 2;
            case ENGLISH, FRENCH, PORTUGUESE, RUSSIAN, CHINESE -> 0;
        });
    }

    /// @throws IllegalArgumentException for a key that is not in the table
    public String line(String key) {
        return line(key, Map.of());
    }

    /// @param values fill the `{places}`
    public String line(String key, Map<String, ?> values) {
        var row = ALL.get(key);
        if (row == null) {
            throw new IllegalArgumentException("nothing to say for " + key);
        }
        return fill(row.get(column), values);
    }

    /// Whether a text is such a line in any language, whatever stands in its places.
    static boolean isSaidBy(String key, String text) {
        return ALL.getOrDefault(key, List.of()).stream().anyMatch(line -> Pattern
                .matches("\\Q" + PLACE.matcher(line).replaceAll("\\\\E.{1,60}\\\\Q") + "\\E", text));
    }

    static String fill(String text, Map<String, ?> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                values.containsKey(place.group(1)) ? String.valueOf(values.get(place.group(1))) : place.group()));
    }
}
