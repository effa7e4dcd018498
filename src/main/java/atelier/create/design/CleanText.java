package atelier.create.design;

import java.text.Normalizer;

/// Texts of a stranger made fit to be shown: one line, no control characters, no marks of Markdown or HTML, bounded.
final class CleanText {
    private CleanText() {}

    /// Empty for what holds no letter or digit.
    static String of(String text, int longest) {
        var raw = text.length() <= longest * 8 ? text : text.substring(0, longest * 8);
        var clean = new StringBuilder();
        Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().forEach(c -> append(clean, c));
        var line = clean.toString().strip();
        if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "";
        }
        return cut(line, longest);
    }

    private static void append(StringBuilder clean, int c) {
        boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        if (space) {
            if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
            return;
        }
        boolean hidden = switch (Character.getType(c)) {
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
        if (!hidden && "<>`*_|#[]{}\\~".indexOf(c) < 0) {
            clean.appendCodePoint(c);
        }
    }

    private static String cut(String line, int longest) {
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }
}
