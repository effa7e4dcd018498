package atelier.engine.version;

import atelier.create.Artifact;
import atelier.create.patch.Patch;
import atelier.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What differs between two sets of files.
///
/// @param lines one a file that was added, removed or changed, as Markdown
/// @param diff  of all texts, as unified diff; empty when no text changed
record Changes(List<String> lines, String diff) {
    private static final String DESIGN = "design.json";
    private static final int MOST_SHOWN = 5;
    /// Beyond that the comparison itself would take long, and nobody reads it.
    private static final int LARGEST_TEXT = 2 << 20;

    static Changes between(List<Artifact> before, List<Artifact> after, Phrases phrases) {
        var old = byPath(before);
        var now = byPath(after);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        var lines = new ArrayList<String>();
        var diff = new StringBuilder();
        var regenerated = regenerated(old, now);
        if (!regenerated.isEmpty()) {
            paths.removeAll(regenerated);
            lines.add(phrases.say("version.regenerated", "files", shown(regenerated, phrases)));
        }
        for (var path : paths) {
            note(path, old.get(path), now.get(path), phrases, lines, diff);
        }
        return new Changes(lines, diff.toString());
    }

    /// Of a game of ours all but its design follows from the design, so its lines tell nothing.
    private static List<String> regenerated(Map<String, Artifact> old, Map<String, Artifact> now) {
        if (!isOurs(old.get(DESIGN)) || !isOurs(now.get(DESIGN))) {
            return List.of();
        }
        return now.keySet().stream().filter(path -> !path.equals(DESIGN) && !path.equals("DESIGN.md")).filter(path -> {
            var before = old.get(path);
            return before == null || !Arrays.equals(before.content(), Objects.requireNonNull(now.get(path)).content());
        }).toList();
    }

    /// Not where a model wrote the code.
    private static boolean isOurs(@Nullable Artifact design) {
        return design != null && !text(design).contains("\"codeWrittenBy\"");
    }

    private static String shown(List<String> paths, Phrases phrases) {
        var some = paths.stream().limit(MOST_SHOWN).map(path -> "`" + path + "`").collect(Collectors.joining(", "));
        return paths.size() > MOST_SHOWN
                ? phrases.say("version.and-more", "files", some, "count", paths.size() - MOST_SHOWN)
                : some;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    private static void note(String path, @Nullable Artifact old, @Nullable Artifact now, Phrases phrases,
            List<String> lines, StringBuilder diff) {
        if (now == null) {
            lines.add(phrases.say("version.removed", "file", path));
            return;
        }
        if (old != null && Arrays.equals(old.content(), now.content())) {
            return;
        }
        var what = phrases.say(old == null ? "version.new" : "version.changed", "file", path);
        var patch = isComparable(old) && isComparable(now)
                ? Patch.between(old == null ? Map.of() : Map.of(path, text(old)), Map.of(path, text(now)))
                : Optional.<Patch>empty();
        if (patch.isEmpty()) {
            lines.add(what);
            return;
        }
        var text = patch.get().text();
        lines.add(phrases.say("version.lines", "what", what, "more", count(text, "+"), "less", count(text, "-")));
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
