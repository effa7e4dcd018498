package atelier.engine.version;

import atelier.create.Artifact;
import atelier.create.patch.Patch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What differs between two sets of files.
///
/// @param lines one a file that was added, removed or changed, as Markdown
/// @param diff  of all texts, as unified diff; empty when no text changed
record Changes(List<String> lines, String diff) {
    /// Beyond that the comparison itself would take long, and nobody reads it.
    private static final int LARGEST_TEXT = 2 << 20;

    static Changes between(List<Artifact> before, List<Artifact> after) {
        var old = byPath(before);
        var now = byPath(after);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        var lines = new ArrayList<String>();
        var diff = new StringBuilder();
        for (var path : paths) {
            note(path, old.get(path), now.get(path), lines, diff);
        }
        return new Changes(lines, diff.toString());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    private static void note(String path, @Nullable Artifact old, @Nullable Artifact now, List<String> lines,
            StringBuilder diff) {
        if (now == null) {
            lines.add("`%s` removed".formatted(path));
            return;
        }
        if (old != null && Arrays.equals(old.content(), now.content())) {
            return;
        }
        var what = old == null ? "new" : "changed";
        var patch = isComparable(old) && isComparable(now)
                ? Patch.between(old == null ? Map.of() : Map.of(path, text(old)), Map.of(path, text(now)))
                : Optional.<Patch>empty();
        if (patch.isEmpty()) {
            lines.add("`%s` %s".formatted(path, what));
            return;
        }
        var text = patch.get().text();
        lines.add("`%s` %s, +%d −%d lines".formatted(path, what, count(text, "+"), count(text, "-")));
        diff.append(text);
    }

    /// What stands before the first place of change only names the files.
    private static long count(String patch, String sign) {
        return patch.lines().dropWhile(line -> !line.startsWith("@@ ")).filter(line -> line.startsWith(sign)).count();
    }

    private static boolean isComparable(@Nullable Artifact file) {
        return file == null || (file.isText() && file.content().length <= LARGEST_TEXT);
    }

    private static String text(Artifact file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private static Map<String, Artifact> byPath(List<Artifact> files) {
        var byPath = new LinkedHashMap<String, Artifact>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }
}
