package atelier.create.patch;

import atelier.create.SafePath;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A unified diff that applies: made from the texts before and after, and proved by applying it strictly.
///
/// @param text  with `a/` and `b/`, as `git apply` takes it
/// @param after path → the files as the patch leaves them, changed ones only
public record Patch(String text, Map<String, String> after) {
    private static final String NO_BREAK = "\\ No newline at end of file";
    /// Stands at the end of a last line without a break; the text of a person has no such letter.
    private static final char MARK = 0;
    private static final Pattern HUNK = Pattern
            .compile("@@ -(\\d{1,8})(?:,(\\d{1,8}))? \\+(\\d{1,8})(?:,(\\d{1,8}))? @@");
    private static final int CONTEXT = 3;
    /// Lines looked at in all, before a diff counts as one that does not apply.
    private static final long PATIENCE = 20_000_000;

    public Patch {
        after = Map.copyOf(after);
    }

    /// From the corrected files, or the diff, of a model.
    ///
    /// @param files   path → as the person sent them
    /// @param changed path → whole corrected files; may be empty
    /// @param diff    diff blocks; may be blank. Counts where `changed` says nothing
    /// @return empty when there is nothing to change or a change finds no place
    public static Optional<Patch> of(Map<String, String> files, Map<String, String> changed, String diff) {
        var after = new LinkedHashMap<String, String>();
        changed.forEach((path, content) -> known(files, path)
                .ifPresent(name -> after.put(name, Text.of(text(files, name)).like(content))));
        if (after.isEmpty()) {
            var patience = new Patience(PATIENCE);
            for (var edit : Edit.in(List.of(diff.split("\n", -1)))) {
                if (edit.kind() == Edit.Kind.CREATED && !files.containsKey(edit.path())
                        && SafePath.of(edit.path()) instanceof SafePath.Safe(var path)) {
                    after.put(path, edit.created());
                    continue;
                }
                var name = known(files, edit.from());
                if (name.isEmpty() || edit.kind() == Edit.Kind.CREATED) {
                    return Optional.empty();
                }
                var before = after.getOrDefault(name.get(), text(files, name.get()));
                if (!(edit.appliedTo(before, patience) instanceof Edit.Result.Fits(var content))) {
                    return Optional.empty();
                }
                after.put(name.get(), content);
            }
        }
        return between(files, after);
    }

    /// @param after may hold unchanged files and new ones
    /// @return empty when nothing differs, or the patch cannot be proved
    public static Optional<Patch> between(Map<String, String> before, Map<String, String> after) {
        var text = new StringBuilder();
        var changed = new LinkedHashMap<String, String>();
        after.forEach((path, content) -> {
            if (!content.equals(before.get(path))) {
                changed.put(path, content);
                text.append(file(path, before.get(path), content));
            }
        });
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        var patch = new Patch(text.toString(), changed);
        return patch.proves(before) ? Optional.of(patch) : Optional.empty();
    }

    private static String text(Map<String, String> files, String name) {
        return files.getOrDefault(name, "");
    }

    /// The file meant: by its path, by its last part, or because there is only one.
    private static Optional<String> known(Map<String, String> files, String path) {
        if (files.containsKey(path)) {
            return Optional.of(path);
        }
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ends = files.keySet().stream().filter(one -> one.substring(one.lastIndexOf('/') + 1).equals(name)).toList();
        if (ends.size() == 1) {
            return Optional.of(ends.getFirst());
        }
        return files.size() == 1 ? Optional.of(files.keySet().iterator().next()) : Optional.empty();
    }

    private static String file(String path, @Nullable String old, String content) {
        var before = Text.of(old == null ? "" : old);
        var now = Text.of(content);
        // The missing break is part of the last line, so that a change of it alone is a change.
        var from = marked(before);
        var to = marked(now);
        var lines = UnifiedDiffUtils.generateUnifiedDiff("a/" + path, "b/" + path, from, Difference.between(from, to),
                CONTEXT);
        var text = new StringBuilder("diff --git a/" + path + " b/" + path + "\n");
        if (old == null) {
            text.append("new file mode 100644\n");
        }
        for (var line : lines) {
            text.append(head(line, path, old == null));
        }
        return text.toString();
    }

    private static String head(String line, String path, boolean isNew) {
        if (line.equals("--- a/" + path)) {
            return isNew ? "--- /dev/null\n" : "--- a/" + tabbed(path) + "\n";
        }
        // The library counts empty files from line 1, git from 0.
        if (line.startsWith("@@ -1,0 ")) {
            return line.replaceFirst("-1,0", "-0,0") + "\n";
        }
        if (line.startsWith("@@ ") && line.endsWith(" +1,0 @@")) {
            return line.replace("+1,0", "+0,0") + "\n";
        }
        return line.equals("+++ b/" + path)
                ? "+++ b/" + tabbed(path) + "\n"
                : (line.indexOf(MARK) < 0 ? line : String.join("\n", line.substring(0, line.length() - 1), NO_BREAK))
                        + "\n";
    }

    /// A name with spaces ends in a tab, as git writes it.
    private static String tabbed(String path) {
        return path.contains(" ") ? path + "\t" : path;
    }

    private static List<String> marked(Text text) {
        var lines = new ArrayList<>(text.lines());
        if (!text.endsWithBreak() && !lines.isEmpty()) {
            lines.set(lines.size() - 1, lines.getLast() + MARK);
        }
        return lines;
    }

    /// Applies the written patch strictly, as git would: each line of context must be where its number says.
    private boolean proves(Map<String, String> before) {
        for (var part : text.split("(?m)^(?=diff --git )", -1)) {
            if (part.isBlank()) {
                continue;
            }
            var name = part.substring(part.indexOf(" b/") + 3, part.indexOf('\n'));
            var path = after.keySet().stream()
                    .filter(one -> part.startsWith("diff --git a/" + one + " b/" + one + "\n"))
                    .findFirst().orElse(name);
            if (!applied(before.getOrDefault(path, ""), part).equals(Optional.ofNullable(after.get(path)))) {
                return false;
            }
        }
        return true;
    }

    /// @return empty when a line is not where the patch says
    static Optional<String> applied(String content, String part) {
        var old = marked(Text.of(content));
        var result = new ArrayList<String>();
        int at = 0;
        boolean inside = false;
        var lines = part.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var hunk = HUNK.matcher(lines[i]);
            if (hunk.lookingAt()) {
                inside = true;
                boolean isEmpty = "0".equals(hunk.group(2));
                int start = Integer.parseInt(hunk.group(1)) - (isEmpty ? 0 : 1);
                if (start < at || start > old.size()) {
                    return Optional.empty();
                }
                result.addAll(old.subList(at, start));
                at = start;
            } else if (inside) {
                var line = i + 1 < lines.length && lines[i + 1].equals(NO_BREAK) ? lines[i] + MARK : lines[i];
                char kind = line.isEmpty() ? '\\' : line.charAt(0);
                if (kind == '+') {
                    result.add(line.substring(1));
                } else if (kind == ' ' || kind == '-') {
                    if (at >= old.size() || !old.get(at).equals(line.substring(1))) {
                        return Optional.empty();
                    }
                    at++;
                    if (kind == ' ') {
                        result.add(line.substring(1));
                    }
                }
            }
        }
        result.addAll(old.subList(at, old.size()));
        return Optional.of(unmarked(result));
    }

    private static String unmarked(List<String> lines) {
        var text = String.join("\n", lines);
        if (text.isEmpty() && lines.isEmpty()) {
            return "";
        }
        return text.indexOf(MARK) == text.length() - 1 && !text.isEmpty()
                ? text.substring(0, text.length() - 1)
                : text.concat("\n");
    }
}
