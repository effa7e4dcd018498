package atelier.create.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines that part files without fences: `=== main.py ===`, `FILE: main.py`.
final class Separator {
    private static final int LONGEST = 200;
    private static final Pattern STRONG = Pattern.compile(
            "(?:(?://|#|;|--|%)\\s{0,2})?(?:={3,20}|-{3,20}|\\+{3,20}|#{3,20}|\\*{3,20}|==>|>{3,20})\\s{0,4}(\\S.{0,150}?)\\s{0,4}(?:={3,20}|-{3,20}|\\+{3,20}|#{3,20}|\\*{3,20}|<==|<{3,20})");
    private static final Pattern WEAK = Pattern
            .compile("(?:#{1,6} |//\\s?)?\\*{0,2}(?i:file(?:\\s?name|\\s?path)?)\\s?\\d{0,3}\\s?:\\s?(\\S.{0,150})");
    private static final Pattern END = Pattern.compile(
            "(?:[=\\-#*]{3,20}\\s?)?(?i:end(?:\\s?of)?(?:\\s?files?)?|eof)\\b.{0,80}");

    private Separator() {}

    /// The path between two rulers; null for other lines.
    static @Nullable String strong(String line) {
        var stripped = line.strip();
        if (stripped.length() > LONGEST || stripped.length() < 7 || Character.isLetterOrDigit(stripped.charAt(0))) {
            return null;
        }
        var found = STRONG.matcher(stripped);
        return found.matches() ? FileLabel.announced(found.group(1)) : null;
    }

    /// The path behind `FILE:`; null for other lines.
    static @Nullable String weak(String line) {
        var stripped = line.strip();
        if (stripped.length() > LONGEST || stripped.indexOf(':') < 0) {
            return null;
        }
        var found = WEAK.matcher(stripped);
        return found.matches() ? FileLabel.announced(found.group(1)) : null;
    }

    static boolean isEnd(String line) {
        var stripped = line.strip();
        boolean ruled = !stripped.isEmpty() && "=-#*".indexOf(stripped.charAt(0)) >= 0;
        return stripped.equals("END FILE") || stripped.equals("END OF FILE")
                || (ruled && stripped.length() <= 100 && END.matcher(stripped).matches());
    }

    /// Whether `line` ends the file that `opening` began.
    static boolean ends(String opening, String path, String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        if (strong(line) != null || isEnd(line)) {
            return true;
        }
        var next = strong(opening) == null ? weak(line) : null;
        return next != null && !next.equals(path);
    }
}
