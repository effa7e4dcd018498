package atelier.create.code;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines that part files without fences: `=== main.py ===`, `FILE: main.py`, `[FILE: main.py]`, `<<< main.py`.
final class Separator {
    private static final int LONGEST = 200;
    private static final Pattern STRONG = Pattern.compile(
            "(?:(?://|#|;|--|%)\\s{0,2})?(?:={3,20}|-{3,20}|\\+{3,20}|#{3,20}|\\*{3,20}|==>|>{3,20})\\s{0,4}(\\S.{0,150}?)\\s{0,4}(?:={3,20}|-{3,20}|\\+{3,20}|#{3,20}|\\*{3,20}|<==|<{3,20})");
    private static final Pattern BRACKETS = Pattern.compile("\\[(?i:file(?:\\s?name)?)\\s?[:=]\\s?([^\\[\\]]{1,150})]");
    private static final Pattern ANGLES = Pattern.compile("<{3,20} ?(\\S.{0,150})");
    private static final Pattern WEAK = Pattern.compile("(?:#{1,6} |//\\s?|--\\s?|;\\s?)?\\*{0,2}((?iu:" + Labels.WORDS
            + "))\\s?\\d{0,3}\\s?[:\uFF1A]\\s?(\\S.{0,150})");
    private static final Pattern END = Pattern.compile(
            "(?:[=\\-#*]{3,20}\\s?)?(?i:end(?:\\s?of)?(?:\\s?files?)?|eof)\\b.{0,80}");
    private static final Pattern BRACKET_END = Pattern.compile("\\[/?(?i:/file|end(?:\\s?of)?(?:\\s?file)?)]|>{3,20}");
    private static final Pattern RULER = Pattern.compile("[=\\-#*_~]{5,160}");

    private Separator() {}

    /// The path between two rulers or brackets; null for other lines.
    static @Nullable String strong(String line) {
        var stripped = line.strip();
        if (stripped.length() > LONGEST || stripped.length() < 5 || Character.isLetterOrDigit(stripped.charAt(0))) {
            return null;
        }
        for (var pattern : new Pattern[]{STRONG, BRACKETS, ANGLES}) {
            var found = pattern.matcher(stripped);
            if (found.matches()) {
                var path = FileLabel.announced(found.group(1));
                if (path != null) {
                    return path;
                }
            }
        }
        return null;
    }

    /// The path behind `FILE:` and its like; null for other lines.
    static @Nullable String weak(String line) {
        var stripped = line.strip();
        if (stripped.length() > LONGEST || (stripped.indexOf(':') < 0 && stripped.indexOf('\uFF1A') < 0)) {
            return null;
        }
        var found = WEAK.matcher(stripped);
        return found.matches() ? FileLabel.announced(found.group(2)) : null;
    }

    static boolean isRuler(String line) {
        return line.length() <= LONGEST && RULER.matcher(line.strip()).matches();
    }

    static boolean isEnd(String line) {
        var stripped = line.strip();
        if (stripped.isEmpty() || stripped.length() > 100) {
            return false;
        }
        boolean ruled = "=-#*".indexOf(stripped.charAt(0)) >= 0;
        return stripped.equals("END FILE") || stripped.equals("END OF FILE")
                || (ruled && END.matcher(stripped).matches())
                || BRACKET_END.matcher(stripped).matches();
    }

    /// Whether `line` ends the file that `opening` began.
    static boolean ends(String opening, String path, String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        if (strong(line) != null || (isEnd(line) && fitting(opening, line))) {
            return true;
        }
        var next = strong(opening) == null && label(line).equals(label(opening)) ? weak(line) : null;
        return next != null && !next.equals(path);
    }

    /// `>>>` ends only what `<<<` began: Python's own sessions have it too.
    private static boolean fitting(String opening, String line) {
        return !line.strip().startsWith(">>>") || opening.strip().startsWith("<<<");
    }

    private static String label(String line) {
        var found = WEAK.matcher(line.strip());
        return found.matches() ? found.group(1) : "";
    }
}
