package atelier.create.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads unified diffs, and the `*** Update File: …` some models write instead. Counts and numbers are hints only, for both are
/// often wrong; models also forget the space before lines that stay, and the places' heads.
final class DiffReader {
    private static final Pattern RANGE = Pattern
            .compile("@@ -(\\d{1,7})(?:,(\\d{1,7}))? \\+\\d{1,7}(?:,\\d{1,7})? @@.*", Pattern.DOTALL);
    private static final Pattern STARRED = Pattern.compile("\\*{3} (Update|Add|Delete) File: (.{1,300})");
    private static final Pattern GIT = Pattern.compile("diff --git a/(.{1,300}) b/(.{1,300})");
    private static final Pattern NOTE = Pattern.compile(
            "(?:index |(?:new|deleted) file mode |old mode |new mode |(?:dis)?similarity index |\\*{3} (?:Begin|End) |Binary files ).*");
    private static final Pattern PLAIN = Pattern.compile("[ab]/.{1,300}|/dev/null(?:\\s.*)?|[\\w.@/-]{1,200}\\s*");
    private static final Pattern NAMED = Pattern.compile("[\\w.@/-]{1,200}\\.\\w{1,12}");
    private static final String MOVED = "*** Move to: ";
    private static final String NOWHERE = "/dev/null";

    private final List<Edit> edits = new ArrayList<>();
    private final List<Hunk> hunks = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final List<String> now = new ArrayList<>();
    private String path = "";
    private String from = "";
    private Edit.Kind kind = Edit.Kind.CHANGED;
    private int line;
    /// Behind a head of a place.
    private boolean inside;

    private DiffReader() {}

    static boolean isDiff(List<String> lines) {
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.startsWith("diff --git ") || first.startsWith("@@ -") || first.startsWith("*** Begin Patch")
                || STARRED.matcher(first).matches()
                || (first.startsWith("--- ") && lines.stream().limit(4).anyMatch(line -> line.startsWith("+++ ")));
    }

    static List<Edit> read(List<String> lines) {
        var reader = new DiffReader();
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i);
            var next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            var second = i + 2 < lines.size() ? lines.get(i + 2) : "";
            if (reader.isPair(text, next, second)) {
                reader.endFile();
                reader.name(text.substring(4), next.substring(4));
                i++;
            } else if (reader.isLone(text, next)) {
                reader.lone(text);
            } else {
                reader.take(text);
            }
        }
        reader.endFile();
        return reader.edits;
    }

    /// Among changed lines, `--- ` may be a line `-- ` that goes.
    private boolean isPair(String text, String next, String second) {
        return text.startsWith("--- ") && next.startsWith("+++ ") && (!inside || second.startsWith("@@")
                || (PLAIN.matcher(text.substring(4)).matches() && PLAIN.matcher(next.substring(4)).matches()));
    }

    /// Half a head.
    private boolean isLone(String text, String next) {
        return (text.startsWith("--- ") || (text.startsWith("+++ ") && !inside)) && next.startsWith("@@")
                && PLAIN.matcher(text.substring(4)).matches();
    }

    private void lone(String text) {
        endFile();
        name(text.substring(4), text.substring(4));
    }

    private void name(String before, String after) {
        var old = bare(before, "a/");
        var now = bare(after, "b/");
        boolean created = old.equals(NOWHERE);
        boolean removed = now.equals(NOWHERE);
        kind = created ? Edit.Kind.CREATED : removed ? Edit.Kind.REMOVED : Edit.Kind.CHANGED;
        path = removed ? old : now;
        from = created ? now : old;
    }

    /// Without git's letter, and without the time behind a tab.
    private static String bare(String name, String letter) {
        int tab = name.indexOf('\t');
        var plain = (tab < 0 ? name : name.substring(0, tab)).strip();
        return plain.startsWith(letter) || plain.startsWith("b/") ? plain.substring(2) : plain;
    }

    private void take(String text) {
        var starred = STARRED.matcher(text);
        var git = GIT.matcher(text);
        if (starred.matches()) {
            starred(starred.group(1), starred.group(2).strip());
        } else if (text.startsWith(MOVED) && !inside) {
            path = text.substring(MOVED.length()).strip();
        } else if (text.startsWith("diff --git ")) {
            endFile();
            if (git.matches()) {
                from = git.group(1);
                path = git.group(2);
            }
        } else if (text.startsWith("@@")) {
            endHunk();
            begin(text);
        } else if (!isNote(text)) {
            body(text);
        }
    }

    private void starred(String what, String name) {
        endFile();
        path = name;
        from = name;
        kind = switch (what) {
            case "Add" -> Edit.Kind.CREATED;
            case "Delete" -> Edit.Kind.REMOVED;
            default -> Edit.Kind.CHANGED;
        };
        if (kind == Edit.Kind.REMOVED) {
            endFile();
        }
    }

    private void begin(String text) {
        inside = true;
        var range = RANGE.matcher(text);
        if (range.matches()) {
            // Where no old line is meant, the number is that of the line before.
            line = Integer.parseInt(range.group(1)) + ("0".equals(range.group(2)) ? 1 : 0);
            return;
        }
        var name = text.replace("@@", "").replace("`", "").strip();
        if (path.isEmpty() && NAMED.matcher(name).matches()) {
            path = name;
            from = name;
        }
    }

    private void body(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        var rest = text.isEmpty() ? "" : text.substring(1);
        if (first == '-') {
            old.add(rest);
        } else if (first == '+') {
            now.add(rest);
        } else {
            old.add(first == ' ' ? rest : text);
            now.add(first == ' ' ? rest : text);
        }
    }

    private boolean isNote(String text) {
        if (text.startsWith("\\ No newline")) {
            return true;
        }
        boolean head = !inside && old.isEmpty() && now.isEmpty() && hunks.isEmpty();
        if (text.startsWith("deleted file mode ") && head) {
            kind = Edit.Kind.REMOVED;
        }
        if (head && text.startsWith("rename ")) {
            return true;
        }
        return (head && text.isBlank()) || (!inside && NOTE.matcher(text).matches()) || text.equals("*** End Patch")
                || text.equals("*** End of File");
    }

    private void endHunk() {
        while (!old.isEmpty() && !now.isEmpty() && old.getLast().isBlank() && now.getLast().isBlank()) {
            old.removeLast();
            now.removeLast();
        }
        if (!old.equals(now)) {
            hunks.add(new Hunk(line, old, now));
        }
        old.clear();
        now.clear();
        line = 0;
    }

    private void endFile() {
        endHunk();
        boolean renamed = !path.isEmpty() && !from.isEmpty() && !path.equals(from);
        if (!hunks.isEmpty() || renamed || (kind == Edit.Kind.REMOVED && !path.isEmpty())) {
            edits.add(new Edit(path, from.isEmpty() ? path : from, kind, hunks));
        }
        hunks.clear();
        path = "";
        from = "";
        kind = Edit.Kind.CHANGED;
        inside = false;
    }
}
