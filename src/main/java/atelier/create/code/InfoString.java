package atelier.create.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words behind a fence, read: a language, a path, both or neither.
///
/// @param language id; null where no known language is named
/// @param path     null where no file is named
record InfoString(@Nullable String language, @Nullable String path) {
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:file|filename|file_name|filepath|title|name|path|src)\\s{0,2}[=:]\\s{0,2}(?:\"([^\"]{1,250})\"|'([^']{1,250})'|([^\\s\"'{},]{1,250}))",
            Pattern.CASE_INSENSITIVE);

    /// Lines of a file that exists already, shown again: `12:20:src/util.py`.
    private static final Pattern CITED = Pattern.compile("\\d{1,6}:\\d{1,6}:\\S{1,250}");

    static InfoString of(String info) {
        if (info.isEmpty()) {
            return new InfoString(null, null);
        }
        var attribute = ATTRIBUTE.matcher(info);
        if (attribute.find() && (attribute.start() == 0 || "{ ,(".indexOf(info.charAt(attribute.start() - 1)) >= 0)) {
            var path = attribute.group(1) != null
                    ? attribute.group(1)
                    : attribute.group(2) != null ? attribute.group(2) : attribute.group(3);
            if (path != null && FileLabel.looksLikePath(path.strip(), true)) {
                return new InfoString(word(info), path.strip());
            }
        }
        return plain(info);
    }

    private static InfoString plain(String info) {
        if (CITED.matcher(info).matches()) {
            return new InfoString(Language.ofWord("text"), null);
        }
        var words = info.split("[\\s|]+", 12);
        var first = words[0];
        var language = word(info);
        int colon = first.indexOf(':');
        if (colon > 0 && FileLabel.looksLikePath(first.substring(colon + 1), true)) {
            return new InfoString(Language.ofWord(first.substring(0, colon)), first.substring(colon + 1));
        }
        if (language == null && FileLabel.looksLikePath(FileLabel.bare(first), true)) {
            return new InfoString(null, FileLabel.bare(first));
        }
        for (int i = 1; i < words.length; i++) {
            var candidate = unbracketed(FileLabel.bare(words[i]));
            if (FileLabel.looksLikePath(candidate, true)) {
                return new InfoString(language, candidate);
            }
        }
        return new InfoString(language, null);
    }

    private static String unbracketed(String word) {
        return word.length() > 2 && word.startsWith("[") && word.endsWith("]")
                ? word.substring(1, word.length() - 1)
                : word;
    }

    private static @Nullable String word(String info) {
        int end = 0;
        while (end < info.length() && " \t:{,(=|[".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        var word = info.substring(0, end);
        if (word.isEmpty() && info.startsWith("{")) {
            // Pandoc: {.python file=main.py}
            var inner = info.substring(1).strip();
            return inner.startsWith(".") ? word(inner.substring(1).replace('}', ' ')) : null;
        }
        return Language.ofWord(word.startsWith(".") ? word.substring(1) : word);
    }
}
