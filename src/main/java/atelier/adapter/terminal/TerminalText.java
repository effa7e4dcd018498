package atelier.adapter.terminal;

import java.util.regex.Pattern;
import org.jline.utils.AttributedString;

/// Markdown for a terminal: code untouched, the marks of everything else taken off, or turned into modest styles where the
/// screen has them.
public final class TerminalText {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)([^*\n]+)(?<=\\S)\\*\\*");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?)(?: +#+)?$");
    private static final Pattern SMALL = Pattern.compile("^-# (.*)$");
    private static final Pattern BULLET = Pattern.compile("^( *)[-*] (?=\\S)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*$");
    /// What terminals obey: sequences as a whole, then whatever else controls; and what turns the direction of writing.
    private static final Pattern OBEYED = Pattern.compile(
            "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c\\n]*+(?:\\x07|\\x1b\\\\|\\x9c)?"
                    + "|\\x1b[ -/]*[0-~]|[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

    private static final String STRONG = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String COLOURED = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean isStyled;
    private final int columns;
    private String fence = "";

    private TerminalText(boolean isStyled, int columns) {
        this.isStyled = isStyled;
        this.columns = columns;
    }

    /// @param isStyled whether the screen knows bold and colours
    /// @param columns  where to break lines of words, never those of code; 0 for nowhere
    public static String of(String markdown, boolean isStyled, int columns) {
        var text = new TerminalText(isStyled, columns);
        var lines = new StringBuilder();
        for (var line : safe(markdown).split("\n", -1)) {
            lines.append(text.line(line)).append('\n');
        }
        return lines.substring(0, lines.length() - 1);
    }

    /// Without anything a terminal would obey. A model, a file's name or a person's words may hold such things.
    static String safe(String text) {
        return OBEYED.matcher(text).replaceAll("");
    }

    private String line(String line) {
        var mark = FENCE.matcher(line);
        if (!fence.isEmpty()) {
            if (mark.matches() && line.strip().startsWith(fence) && line.strip().replace(fence.substring(0, 1), "")
                    .isEmpty()) {
                fence = "";
                return faint(line);
            }
            return styled(COLOURED, line);
        }
        if (mark.matches()) {
            fence = mark.group(1);
            return faint(line);
        }
        return wrapped(words(line));
    }

    private String words(String line) {
        var small = SMALL.matcher(line);
        if (small.matches()) {
            return faint("  " + bare(small.group(1)));
        }
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
            return styled(STRONG, bare(heading.group(1)));
        }
        var plain = BULLET.matcher(line).replaceFirst("$1• ");
        plain = BOLD.matcher(plain).replaceAll(isStyled ? STRONG + "$1" + PLAIN : "$1");
        return CODE.matcher(plain).replaceAll(isStyled ? COLOURED + "$1" + PLAIN : "$0");
    }

    private String wrapped(String line) {
        if (columns == 0 || width(line) <= columns) {
            return line;
        }
        var start = line.length() - line.stripLeading().length() + (line.stripLeading().startsWith("• ") ? 2 : 0);
        var text = new StringBuilder();
        var used = 0;
        for (var word : line.split(" ", -1)) {
            var wide = width(word);
            if (used > start && used + 1 + wide > columns) {
                text.append('\n').repeat(' ', start);
                used = start;
            } else if (!text.isEmpty() || used > 0) {
                text.append(' ');
                used++;
            }
            text.append(word);
            used += wide;
        }
        return text.toString();
    }

    private static int width(String styled) {
        return AttributedString.fromAnsi(styled).columnLength();
    }

    private static String bare(String words) {
        return BOLD.matcher(words).replaceAll("$1");
    }

    private String faint(String line) {
        return styled(FAINT, line);
    }

    private String styled(String style, String line) {
        return isStyled && !line.isEmpty() ? style + line + PLAIN : line;
    }
}
