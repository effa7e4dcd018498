package atelier.engine.version;

import atelier.create.Artifact;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What differs between two sets of files.
///
/// @param lines one a file that was added, removed or changed, as Markdown
/// @param diff  of all texts, as unified diff; empty when no text changed
record Changes(List<String> lines, String diff) {
    private static final int CONTEXT = 3;
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
        if (old != null && now != null && Arrays.equals(old.content(), now.content())) {
            return;
        }
        var what = old == null ? "new" : now == null ? "removed" : "changed";
        if (!isComparable(old) || !isComparable(now)) {
            lines.add("`%s` %s".formatted(path, what));
            return;
        }
        var from = text(old);
        var to = text(now);
        var patch = DiffUtils.diff(from, to);
        var removed = patch.getDeltas().stream().mapToInt(Changes::removed).sum();
        var added = patch.getDeltas().stream().mapToInt(Changes::added).sum();
        lines.add("`%s` %s, +%d −%d lines".formatted(path, what, added, removed));
        UnifiedDiffUtils.generateUnifiedDiff(old == null ? "/dev/null" : "a/" + path,
                now == null ? "/dev/null" : "b/" + path, from, patch, CONTEXT)
                .forEach(line -> diff.append(line).append('\n'));
    }

    private static int removed(AbstractDelta<String> delta) {
        return delta.getSource().size();
    }

    private static int added(AbstractDelta<String> delta) {
        return delta.getTarget().size();
    }

    private static boolean isComparable(@Nullable Artifact file) {
        return file == null || (file.isText() && file.content().length <= LARGEST_TEXT);
    }

    private static List<String> text(@Nullable Artifact file) {
        return file == null ? List.of() : new String(file.content(), StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, Artifact> byPath(List<Artifact> files) {
        var byPath = new LinkedHashMap<String, Artifact>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }
}
