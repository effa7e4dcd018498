package atelier.create.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Diff blocks as models write them: file by file, hunk by hunk. Counts and line numbers are read as hints only.
record Hunks(String path, List<Hunk> hunks) {
    /// Lines looked at in all, before a diff counts as one that does not apply.
    private static final long PATIENCE = 20_000_000;
    private static final Pattern NUMBERS = Pattern
            .compile("@@ -(\\d{1,7})(?:,\\d{1,7})? \\+\\d{1,7}(?:,\\d{1,7})? @@.*");
    private static final Pattern HEAD = Pattern.compile("(?:---|\\+\\+\\+) (?:[ab]/)?([^\\t\\r]{1,300}).*",
            Pattern.DOTALL);

    Hunks {
        hunks = List.copyOf(hunks);
    }

    /// One place of change.
    ///
    /// @param line where it may begin, 1-based; 0 when not said
    /// @param old  the lines that are there
    /// @param now  the lines that should be
    record Hunk(int line, List<String> old, List<String> now) {
        Hunk {
            old = List.copyOf(old);
            now = List.copyOf(now);
        }
    }

    /// Reads a whole diff. A path is empty where the diff names none.
    static List<Hunks> of(String diff) {
        var all = new ArrayList<Hunks>();
        var reader = new Reader();
        for (var line : diff.split("\n", -1)) {
            reader.read(line, all);
        }
        reader.end(all);
        return all;
    }

    private static final class Reader {
        private String path = "";
        private List<Hunk> hunks = new ArrayList<>();
        private List<String> old = new ArrayList<>();
        private List<String> now = new ArrayList<>();
        private int line;
        private boolean inside;

        private void read(String text, List<Hunks> all) {
            var head = HEAD.matcher(text);
            boolean changes = inside && text.startsWith("--- ") && !looksLikeHead(text);
            if (!changes && head.matches()
                    && (text.startsWith("--- ") || !inside || (old.isEmpty() && now.isEmpty()))) {
                head(text, head.group(1).strip(), all);
            } else if (text.startsWith("@@")) {
                hunk();
                inside = true;
                var numbers = NUMBERS.matcher(text.stripTrailing());
                line = numbers.matches() ? Integer.parseInt(numbers.group(1)) : 0;
            } else if (text.startsWith("diff --git") || text.startsWith("index ")) {
                hunk();
                inside = false;
            } else if (inside && !text.startsWith("\\")) {
                body(text);
            }
        }

        private static boolean looksLikeHead(String text) {
            return text.startsWith("--- a/") || text.startsWith("--- /dev/null")
                    || text.matches("--- [\\w./-]{1,200}\\s*");
        }

        private void head(String text, String name, List<Hunks> all) {
            if (text.startsWith("---")) {
                end(all);
                path = name.equals("/dev/null") ? "" : name;
            } else if (path.isEmpty() && !name.equals("/dev/null")) {
                path = name;
            }
            inside = false;
        }

        /// Models forget the space before lines that stay.
        private void body(String text) {
            char first = text.isEmpty() ? ' ' : text.charAt(0);
            var rest = text.isEmpty() ? "" : text.substring(1);
            switch (first) {
                case '-' -> old.add(rest);
                case '+' -> now.add(rest);
                case ' ' -> {
                    old.add(rest);
                    now.add(rest);
                }
                default -> {
                    old.add(text);
                    now.add(text);
                }
            }
        }

        private void hunk() {
            while (!old.isEmpty() && !now.isEmpty() && old.getLast().isBlank() && now.getLast().isBlank()) {
                old.removeLast();
                now.removeLast();
            }
            if (!old.isEmpty() || !now.isEmpty()) {
                hunks.add(new Hunk(line, old, now));
            }
            old = new ArrayList<>();
            now = new ArrayList<>();
        }

        private void end(List<Hunks> all) {
            hunk();
            if (!hunks.isEmpty()) {
                all.add(new Hunks(path, hunks));
            }
            hunks = new ArrayList<>();
            path = "";
            inside = false;
        }
    }

    /// The text with every hunk in its place; empty when one has none, or when looking for all of them would take too long.
    Optional<String> appliedTo(String content) {
        var text = Text.of(content);
        var lines = new ArrayList<>(text.lines());
        int from = 0;
        long patience = PATIENCE;
        for (var hunk : hunks) {
            patience -= lines.size() + (long) hunk.old.size() * hunk.now.size();
            int at = patience < 0 ? -1 : place(lines, hunk, from);
            if (at < 0) {
                return Optional.empty();
            }
            var changed = changed(lines.subList(at, at + hunk.old.size()), hunk, text.isWindows());
            var there = lines.subList(at, at + hunk.old.size());
            there.clear();
            there.addAll(changed);
            from = at + changed.size();
        }
        return Optional.of(new Text(lines, text.endsWithBreak()).content());
    }

    /// Lines that stay, stay as the file has them, not as the model remembered them.
    private static List<String> changed(List<String> there, Hunk hunk, boolean windows) {
        var result = new ArrayList<String>();
        int at = 0;
        for (var line : hunk.now) {
            int same = indexOf(hunk.old, line, at);
            if (same >= 0) {
                result.add(there.get(same));
                at = same + 1;
            } else {
                result.add(windows && !line.endsWith("\r") ? line + "\r" : line);
            }
        }
        return result;
    }

    private static int indexOf(List<String> lines, String line, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals(line)) {
                return i;
            }
        }
        return -1;
    }

    /// The nearest fit to the line said, first to the letter, then without regard to spaces.
    private static int place(List<String> lines, Hunk hunk, int from) {
        if (hunk.old.isEmpty()) {
            // Only new lines: their place is the number alone, or the end of an empty file.
            return hunk.line > 0 && hunk.line <= lines.size() + 1
                    ? Math.max(from, hunk.line - 1)
                    : lines.isEmpty() ? 0 : -1;
        }
        for (boolean strict : new boolean[]{true, false}) {
            int best = -1;
            for (int at = from; at + hunk.old.size() <= lines.size(); at++) {
                if (fits(lines, hunk.old, at, strict)
                        && (best < 0 || Math.abs(at + 1 - hunk.line) < Math.abs(best + 1 - hunk.line))) {
                    best = at;
                }
            }
            if (best >= 0) {
                return best;
            }
        }
        return -1;
    }

    private static boolean fits(List<String> lines, List<String> old, int at, boolean strict) {
        for (int i = 0; i < old.size(); i++) {
            if (!same(lines.get(at + i), old.get(i), strict)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String one, String other, boolean strict) {
        var left = one.stripTrailing();
        var right = other.stripTrailing();
        return strict ? left.equals(right) : left.replaceAll("\\s", "").equals(right.replaceAll("\\s", ""));
    }
}
