package atelier.create.patch;

import java.util.List;

/// Finds the lines that a hunk is about.
final class Placing {
    private Placing() {}

    /// The place nearest to where the hunk says, behind the last change if possible; first to the letter, then without regard to
    /// spaces. -1 when there is none.
    ///
    /// @param from  where the last change ended
    /// @param moved lines that changes above have added
    static int of(Hunk hunk, List<String> lines, int from, int moved, Patience patience) {
        int said = hunk.line() == 0 ? 0 : hunk.line() + moved;
        if (hunk.old().isEmpty()) {
            // Only new lines: their place is the number alone, or an empty file.
            return lines.isEmpty() ? 0 : said > 0 && said <= lines.size() + 1 ? Math.max(from, said - 1) : -1;
        }
        for (boolean strict : new boolean[]{true, false}) {
            int at = nearest(hunk.old(), lines, from, lines.size(), said, strict, patience);
            at = at < 0 ? nearest(hunk.old(), lines, 0, from, said, strict, patience) : at;
            if (at >= 0 || patience.isSpent()) {
                return patience.isSpent() ? -1 : at;
            }
        }
        return -1;
    }

    /// Whether what the hunk wants is there already.
    static boolean isDone(Hunk hunk, List<String> lines, Patience patience) {
        return !hunk.added().isEmpty() && nearest(hunk.now(), lines, 0, lines.size(), 0, true, patience) >= 0;
    }

    private static int nearest(List<String> wanted, List<String> lines, int from, int to, int said, boolean strict,
            Patience patience) {
        int best = -1;
        for (int at = from; at < to && at + wanted.size() <= lines.size() && !patience.isSpent(); at++) {
            if ((best < 0 || Math.abs(at + 1 - said) < Math.abs(best + 1 - said))
                    && fits(lines, wanted, at, strict, patience)) {
                best = at;
            }
        }
        return best;
    }

    private static boolean fits(List<String> lines, List<String> wanted, int at, boolean strict, Patience patience) {
        for (int i = 0; i < wanted.size(); i++) {
            patience.look(wanted.get(i));
            if (patience.isSpent() || !same(lines.get(at + i), wanted.get(i), strict)) {
                return false;
            }
        }
        return true;
    }

    static boolean same(String one, String other, boolean strict) {
        return strict ? one.stripTrailing().equals(other.stripTrailing()) : sameSigns(one, other);
    }

    private static boolean sameSigns(String one, String other) {
        int left = next(one, 0);
        int right = next(other, 0);
        while (left < one.length() && right < other.length() && one.charAt(left) == other.charAt(right)) {
            left = next(one, left + 1);
            right = next(other, right + 1);
        }
        return left == one.length() && right == other.length();
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
