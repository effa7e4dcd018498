package atelier.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A statement with parameters by name (`:name`), as the driver takes it: with question marks, and the names in their order.
record Sql(String text, List<String> names) {
    private static final int MOST_KEPT = 2000;
    private static final Map<String, Sql> KEPT = new ConcurrentHashMap<>();

    static Sql of(String words) {
        var kept = KEPT.get(words);
        if (kept != null) {
            return kept;
        }
        var read = read(words);
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(words, read);
        }
        return read;
    }

    private static Sql read(String words) {
        var text = new StringBuilder(words.length());
        var names = new ArrayList<String>();
        var at = 0;
        while (at < words.length()) {
            var end = endOfPiece(words, at);
            if (isName(words, at)) {
                names.add(words.substring(at + 1, end));
                text.append('?');
            } else {
                text.append(words, at, end);
            }
            at = end;
        }
        return new Sql(text.toString(), List.copyOf(names));
    }

    /// A name, a quoted text, a cast (`::`), or one character.
    private static int endOfPiece(String words, int at) {
        var first = words.charAt(at);
        if (first == '\'' || first == '"') {
            var closing = words.indexOf(first, at + 1);
            return closing < 0 ? words.length() : closing + 1;
        }
        if (words.startsWith("::", at)) {
            return at + 2;
        }
        var end = at + 1;
        while (isName(words, at) && end < words.length() && Character.isJavaIdentifierPart(words.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isName(String words, int at) {
        return words.charAt(at) == ':' && at + 1 < words.length() && Character.isLetter(words.charAt(at + 1));
    }
}
