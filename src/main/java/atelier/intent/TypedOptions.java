package atelier.intent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Options of a music command that were typed among its words, as in `/melody calm tempo:90 key:D`.
final class TypedOptions {
    private static final Pattern OPTION = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}])(tempo|key|scale|meter|bars|genre|mood|seed)\\s{0,2}:\\s{0,2}([^\\s,;]{1,40})[,;]?");

    private TypedOptions() {}

    /// Only the first line is looked at: what follows may be lyrics.
    static Map<String, String> in(Map<String, String> options) {
        var words = options.getOrDefault("prompt", "");
        int end = words.indexOf('\n') < 0 ? words.length() : words.indexOf('\n');
        var first = words.substring(0, Math.min(end, Words.CAP));
        var found = new HashMap<String, String>();
        var match = OPTION.matcher(first);
        while (match.find()) {
            found.putIfAbsent(match.group(1).toLowerCase(Locale.ROOT), match.group(2));
        }
        if (found.isEmpty()) {
            return options;
        }
        found.putAll(options);
        found.put("prompt", (OPTION.matcher(first).replaceAll(" ").strip() + words.substring(first.length())).strip());
        return found;
    }
}
