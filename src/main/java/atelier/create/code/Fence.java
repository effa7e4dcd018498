package atelier.create.code;

import org.jspecify.annotations.Nullable;

/// A line that opens or closes a fenced block.
///
/// @param mark   backtick or tilde
/// @param length how many of them
/// @param column where they start, so that content indented along (in a list) can be set back
/// @param info   the words behind them, stripped
record Fence(char mark, int length, int column, String info) {
    private static final int MAX_INFO = 300;

    /// Null when the line is no fence.
    static @Nullable Fence of(String line) {
        int column = afterListMarker(line);
        if (column >= line.length()) {
            return null;
        }
        char mark = line.charAt(column);
        if (mark != '`' && mark != '~') {
            return null;
        }
        int end = column;
        while (end < line.length() && line.charAt(end) == mark) {
            end++;
        }
        if (end - column < 3) {
            return null;
        }
        var info = line.substring(end).strip();
        boolean inline = mark == '`' && info.indexOf('`') >= 0;
        return inline || info.length() > MAX_INFO ? null : new Fence(mark, end - column, column, info);
    }

    boolean isBare() {
        return info.isEmpty();
    }

    boolean closes(Fence open) {
        return isBare() && mark == open.mark && length >= open.length;
    }

    /// Fences stand behind spaces, in lists also behind `- ` or `1. `.
    private static int afterListMarker(String line) {
        int at = skipSpaces(line, 0);
        int marker = at;
        if (at < line.length() && "-*+".indexOf(line.charAt(at)) >= 0) {
            marker = at + 1;
        } else {
            while (marker < line.length() && marker - at < 3 && Character.isDigit(line.charAt(marker))) {
                marker++;
            }
            if (marker == at || marker >= line.length() || ".)".indexOf(line.charAt(marker)) < 0) {
                return at;
            }
            marker++;
        }
        return marker < line.length() && line.charAt(marker) == ' ' ? skipSpaces(line, marker) : at;
    }

    private static int skipSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
