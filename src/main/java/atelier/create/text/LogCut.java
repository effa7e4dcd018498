package atelier.create.text;

import atelier.generation.Tokens;
import java.util.BitSet;
import java.util.regex.Pattern;

/// A long log cut to a budget of tokens: its beginning, its end, and the lines around what looks like an error.
final class LogCut {
    private static final Pattern ERROR = Pattern.compile(
            "(?i)\\b(?:error|err|fatal|panic|exception|traceback|failed|failure|fail|segfault|denied|refused|timeout|timed out|oom|killed|cannot|unable|abort\\w*|critical|emerg|caused by)\\b|Exception\\b|E/|\\[E\\]");
    private static final int LONGEST_LINE = 2_000;
    private static final int BEFORE = 3;
    private static final int AFTER = 6;

    private LogCut() {}

    /// The text itself when it fits.
    static String of(String log, long tokens) {
        if (Tokens.estimate(log) <= tokens) {
            return log;
        }
        var lines = log.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length() > LONGEST_LINE) {
                lines[i] = lines[i].substring(0, LONGEST_LINE) + " [line cut]";
            }
        }
        var kept = new BitSet(lines.length);
        long left = tokens - take(lines, kept, 0, lines.length, tokens * 15 / 100);
        left -= takeBack(lines, kept, tokens * 35 / 100);
        // The last errors say most, and each is worth little without what stands around it.
        for (int i = lines.length - 1; i >= 0 && left > 0; i--) {
            if (!kept.get(i) && ERROR.matcher(lines[i]).find()) {
                left -= take(lines, kept, Math.max(0, i - BEFORE), Math.min(lines.length, i + AFTER), left);
            }
        }
        return joined(lines, kept);
    }

    private static long take(String[] lines, BitSet kept, int from, int to, long budget) {
        long used = 0;
        for (int i = from; i < to; i++) {
            long cost = cost(lines[i]);
            if (!kept.get(i)) {
                if (used + cost > budget) {
                    return used;
                }
                used += cost;
                kept.set(i);
            }
        }
        return used;
    }

    private static long takeBack(String[] lines, BitSet kept, long budget) {
        long used = 0;
        for (int i = lines.length - 1; i >= 0 && used + cost(lines[i]) <= budget; i--) {
            used += kept.get(i) ? 0 : cost(lines[i]);
            kept.set(i);
        }
        return used;
    }

    private static long cost(String line) {
        return Tokens.estimate(line) + 1;
    }

    private static String joined(String[] lines, BitSet kept) {
        var text = new StringBuilder();
        for (int i = 0; i < lines.length;) {
            int end = kept.get(i) ? kept.nextClearBit(i) : kept.nextSetBit(i);
            int to = end < 0 || end > lines.length ? lines.length : end;
            if (kept.get(i)) {
                for (int k = i; k < to; k++) {
                    text.append(lines[k]).append('\n');
                }
            } else {
                text.append("[lines ").append(i + 1).append(" to ").append(to).append(" left out]\n");
            }
            i = to;
        }
        return text.toString();
    }
}
