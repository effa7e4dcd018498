package atelier.generation.bench;

import java.util.ArrayDeque;

/// The brackets and quotes of code in Java's manner.
final class Brackets {
    private Brackets() {}

    /// Whether each is closed by its own kind; what stands in literals and comments does not count.
    static boolean close(String code) {
        var open = new ArrayDeque<Character>();
        for (var at = 0; at < code.length(); at++) {
            var letter = code.charAt(at);
            switch (letter) {
                case '(' -> open.push(')');
                case '[' -> open.push(']');
                case '{' -> open.push('}');
                case ')', ']', '}' -> {
                    if (open.isEmpty() || open.pop() != letter) {
                        return false;
                    }
                }
                case '"', '\'' -> {
                    at = literal(code, at);
                    if (at < 0) {
                        return false;
                    }
                }
                case '/' -> {
                    at = comment(code, at);
                    if (at < 0) {
                        return false;
                    }
                }
                default -> {
                    // Nothing that opens or closes.
                }
            }
        }
        return open.isEmpty();
    }

    /// Index of the closing quote; negative when there is none in the line.
    private static int literal(String code, int start) {
        for (var at = start + 1; at < code.length() && code.charAt(at) != '\n'; at++) {
            if (code.charAt(at) == '\\') {
                at++;
            } else if (code.charAt(at) == code.charAt(start)) {
                return at;
            }
        }
        return -1;
    }

    /// Index of the last letter of the comment that may begin here; negative when it has no end.
    private static int comment(String code, int start) {
        if (code.startsWith("//", start)) {
            var end = code.indexOf('\n', start);
            return end < 0 ? code.length() : end;
        }
        if (code.startsWith("/*", start)) {
            var end = code.indexOf("*/", start + 2);
            return end < 0 ? -1 : end + 1;
        }
        return start;
    }
}
