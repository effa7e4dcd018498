package atelier.create.check;

import atelier.language.Sentence;
import java.util.ArrayDeque;
import java.util.Deque;

/// The brackets, strings and comments of a style sheet. What else a browser ignores when it does not know it, is no finding.
final class Stylesheet {
    private final String text;
    private final boolean lineComments;
    private final Deque<int[]> open = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private Stylesheet(String text, boolean lineComments) {
        this.text = text;
        this.lineComments = lineComments;
    }

    /// @param lineComments whether `//` begins a comment, as in SCSS
    static Syntax of(String text, boolean lineComments) {
        return new Stylesheet(text, lineComments).read();
    }

    private Syntax read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("/*", at)) {
                int from = line;
                if (!skipTo("*/", at + 2)) {
                    return broken(from, Sentence.of("check.comment"));
                }
                continue;
            }
            if (lineComments && text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                continue;
            }
            if (isBareAddress()) {
                skipTo(")", at);
                continue;
            }
            if (c == '"' || c == '\'') {
                string(c);
                continue;
            }
            if ("{([".indexOf(c) >= 0) {
                open.push(new int[]{c, line});
            } else if ("})]".indexOf(c) >= 0 && !closes(c)) {
                return broken(line, Sentence.of("check.unexpected", "what", "\"" + c + "\""));
            }
            step();
        }
        var last = open.peek();
        return last == null
                ? new Syntax.Parses()
                : broken(last[1], Sentence.of("check.unclosed", "what", "\"" + (char) last[0] + "\""));
    }

    private boolean closes(char c) {
        var last = open.peek();
        if (last == null || last[0] != "{([".charAt("})]".indexOf(c))) {
            return false;
        }
        open.pop();
        return true;
    }

    /// `url(` without quotes: anything up to the bracket.
    private boolean isBareAddress() {
        if (!text.regionMatches(true, at, "url(", 0, 4)) {
            return false;
        }
        int next = at + 4;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) != '"' && text.charAt(next) != '\''
                && text.indexOf(')', next) >= 0;
    }

    /// Ends at the line's end at the latest, as in a browser.
    private void string(char quote) {
        step();
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                step();
            }
            step();
        }
        if (at < text.length()) {
            step();
        }
    }

    private boolean skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        int to = found < 0 ? text.length() : found + end.length();
        while (at < to) {
            step();
        }
        return found >= 0;
    }

    private void step() {
        line += text.charAt(at) == '\n' ? 1 : 0;
        at++;
    }

    private static Syntax broken(int line, Sentence what) {
        return new Syntax.Broken(line, what);
    }
}
