package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change to one file, as models write it: where the lines are is told by the lines themselves, for the numbers are
/// often wrong.
///
/// @param path    null where the change does not name its file
/// @param created whether it makes a new file
record Patch(@Nullable String path, boolean created, List<Hunk> hunks) {
    /// Lines in place of lines.
    ///
    /// @param line where the old lines should begin, from 1; 0 when not told
    record Hunk(int line, List<String> before, List<String> after) {}

    /// What looking for a place costs, at most, in lines.
    long cost(int lines) {
        return hunks.stream().mapToLong(hunk -> 2L * lines + hunk.before().size()).sum();
    }

    /// The changed content; null when the lines to be changed are not there.
    @Nullable
    String apply(String content) {
        var lines = new ArrayList<>(content.isEmpty() ? List.of() : content.stripTrailing().lines().toList());
        int from = 0;
        for (var hunk : hunks) {
            int at = hunk.before().isEmpty() ? Math.clamp(hunk.line(), 0, lines.size()) : place(lines, hunk, from);
            if (at < 0) {
                return null;
            }
            var place = lines.subList(at, at + hunk.before().size());
            place.clear();
            place.addAll(hunk.after());
            from = at + hunk.after().size();
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// Behind the last change if possible; exactly if possible, else without regard to indentation.
    private static int place(List<String> lines, Hunk hunk, int from) {
        for (var exact : new boolean[]{true, false}) {
            int at = find(lines, hunk.before(), from, lines.size(), exact);
            at = at < 0 ? find(lines, hunk.before(), 0, from, exact) : at;
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static int find(List<String> lines, List<String> wanted, int from, int to, boolean exact) {
        int last = Math.min(to, lines.size() - wanted.size() + 1);
        for (int at = from; at < last; at++) {
            int same = 0;
            while (same < wanted.size() && same(lines.get(at + same), wanted.get(same), exact)) {
                same++;
            }
            if (same == wanted.size()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean same(String a, String b, boolean exact) {
        return exact ? a.stripTrailing().equals(b.stripTrailing()) : a.strip().equals(b.strip());
    }
}
