package atelier.create.code;

import atelier.create.code.Patch.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads unified diffs and blocks of `<<<<<<< SEARCH`, `=======`, `>>>>>>> REPLACE`.
final class PatchReader {
    private static final Pattern RANGE = Pattern.compile("@@ -(\\d{1,7})(?:,\\d{1,7})? \\+\\d{1,7}(?:,\\d{1,7})? @@.*");
    private static final Pattern SEARCH = Pattern.compile("<{5,9} ?(?:SEARCH|ORIGINAL|HEAD|OLD)");
    private static final Pattern MIDDLE = Pattern.compile("={5,9}");
    private static final Pattern REPLACE = Pattern.compile(">{5,9} ?(?:REPLACE|UPDATED|NEW)?");

    private final List<Patch> patches = new ArrayList<>();
    private @Nullable String path;
    private boolean created;
    private List<Hunk> hunks = new ArrayList<>();
    private List<String> before = new ArrayList<>();
    private List<String> after = new ArrayList<>();
    private int line;

    private PatchReader() {}

    static boolean isEdit(List<String> lines) {
        return lines.stream().limit(3).anyMatch(line -> line.length() < 40 && SEARCH.matcher(line.strip()).matches());
    }

    static List<Patch> edits(List<String> lines) {
        var reader = new PatchReader();
        int part = 0;
        for (var text : lines) {
            var stripped = text.length() < 40 ? text.strip() : "";
            if (part == 0) {
                part = SEARCH.matcher(stripped).matches() ? 1 : 0;
            } else if (part == 1 && MIDDLE.matcher(stripped).matches()) {
                part = 2;
            } else if (part == 2 && REPLACE.matcher(stripped).matches()) {
                reader.endHunk();
                part = 0;
            } else {
                (part == 1 ? reader.before : reader.after).add(text);
            }
        }
        reader.endPatch();
        return part == 0 ? reader.patches : List.of();
    }

    static List<Patch> diffs(List<String> lines) {
        var reader = new PatchReader();
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i);
            boolean header = text.startsWith("--- ") && i + 1 < lines.size() && lines.get(i + 1).startsWith("+++ ");
            if (header) {
                reader.endPatch();
                reader.name(text, lines.get(i + 1));
                i++;
            } else {
                reader.take(text);
            }
        }
        reader.endPatch();
        return reader.patches;
    }

    private void name(String from, String to) {
        created = from.contains("/dev/null");
        path = path(to);
    }

    private static String path(String header) {
        var name = header.substring(4).strip();
        int tab = name.indexOf('\t');
        var plain = tab < 0 ? name : name.substring(0, tab);
        return plain.startsWith("b/") ? plain.substring(2) : plain;
    }

    private void take(String text) {
        if (text.startsWith("diff --git ")) {
            endPatch();
        } else if (text.startsWith("@@")) {
            endHunk();
            begin(text);
        } else if (text.startsWith("+")) {
            after.add(text.substring(1));
        } else if (text.startsWith("-")) {
            before.add(text.substring(1));
        } else if (!isNote(text)) {
            var plain = text.startsWith(" ") ? text.substring(1) : text;
            before.add(plain);
            after.add(plain);
        }
    }

    private void begin(String text) {
        var range = RANGE.matcher(text);
        line = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        var named = FileLabel.bare(text.replace("@@", "").strip());
        if (!range.matches() && path == null && FileLabel.looksLikePath(named, false)) {
            path = named;
        }
    }

    private boolean isNote(String text) {
        boolean head = before.isEmpty() && after.isEmpty() && hunks.isEmpty();
        return text.startsWith("\\ No newline") || (head && (text.isBlank() || text.startsWith("index ")
                || text.startsWith("new file mode") || text.startsWith("similarity index")));
    }

    private void endHunk() {
        while (!before.isEmpty() && !after.isEmpty() && before.getLast().isBlank() && after.getLast().isBlank()) {
            before.removeLast();
            after.removeLast();
        }
        if (!before.equals(after)) {
            hunks.add(new Hunk(line, before, after));
        }
        before = new ArrayList<>();
        after = new ArrayList<>();
        line = 0;
    }

    private void endPatch() {
        endHunk();
        if (!hunks.isEmpty()) {
            patches.add(new Patch(path, created, List.copyOf(hunks)));
        }
        hunks = new ArrayList<>();
        path = null;
        created = false;
    }
}
