package atelier.intent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as a row of tokens, made comparable: lower case, without accents, compatibility forms resolved. A run of
/// letters (with digits after it) is one token, a run of digits another, and every Chinese character one of its own.
final class Words {
    /// What the rules look at; what stands further behind changes no meaning and would only cost time.
    static final int CAP = 2000;

    /// @param text     folded, for comparing
    /// @param original as written, for telling `A` from `a`
    /// @param start    where it begins in the cleaned text
    record Token(String text, String original, int start) {
        boolean isNumber() {
            return Character.isDigit(text.charAt(text.length() - 1)) && !Character.isLetter(text.charAt(0));
        }
    }

    private static final char[] FOLDED = foldTable();

    private Words() {}

    /// Compatibility forms resolved and everything invisible taken out; line breaks stay.
    static String clean(String text) {
        var capped = text.length() > CAP ? text.substring(0, CAP) : text;
        var normal = Normalizer.normalize(capped, Normalizer.Form.NFKC);
        var out = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            int type = Character.getType(c);
            if (c == '\n' || c == '\t' || c == '\r') {
                out.append(c == '\r' ? '\n' : c);
            } else if (type != Character.FORMAT && type != Character.CONTROL && type != Character.NON_SPACING_MARK) {
                out.append(c == '♯' ? '#' : c == '♭' ? 'b' : c);
            }
        }
        return out.toString();
    }

    static List<Token> tokens(String clean) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < clean.length()) {
            int end = endOfToken(clean, i);
            if (end > i) {
                var original = clean.substring(i, end);
                tokens.add(new Token(fold(original), original, i));
            }
            i = Math.max(end, i + 1);
        }
        return tokens;
    }

    static String fold(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == 'ß') {
                out.append("ss");
            } else if (c < FOLDED.length) {
                out.append(FOLDED[c]);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static boolean isHan(char c) {
        return (c >= '\u2E80' && c <= '\u9FFF') || (c >= '\uF900' && c <= '\uFAFF');
    }

    private static int endOfToken(String s, int from) {
        char c = s.charAt(from);
        if (isHan(c) && Character.isLetter(c)) {
            return from + 1;
        }
        boolean negative = c == '-' && from + 1 < s.length() && Character.isDigit(s.charAt(from + 1))
                && (from == 0 || Character.isWhitespace(s.charAt(from - 1)));
        if (Character.isDigit(c) || negative) {
            return runOf(s, from + 1, false);
        }
        if (!Character.isLetter(c)) {
            return from;
        }
        int end = runOf(s, from + 1, true);
        // C++, C#, F#, and the notes C# and F#.
        while (end < s.length() && end - from <= 3 && (s.charAt(end) == '+' || s.charAt(end) == '#')) {
            end++;
        }
        return end;
    }

    /// A word takes the digits that follow it (llama3) but a number not the letters (30s).
    private static int runOf(String s, int from, boolean word) {
        int end = from;
        while (word && end < s.length() && Character.isLetter(s.charAt(end)) && !isHan(s.charAt(end))) {
            end++;
        }
        while (end < s.length() && Character.isDigit(s.charAt(end))) {
            end++;
        }
        return end;
    }

    private static char[] foldTable() {
        var table = new char[0x2000];
        for (char c = 0; c < table.length; c++) {
            table[c] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        return table;
    }
}
