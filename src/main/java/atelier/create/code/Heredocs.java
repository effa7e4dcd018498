package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files that a block of commands would write: `cat > app.py <<'EOF'`.
///
/// @param files what would be written
/// @param rest  the other commands
record Heredocs(List<Written> files, List<String> rest) {
    private static final Pattern TO_FILE = Pattern.compile(
            "(?:sudo )?(?:cat|tee)\\s{1,3}>{0,2}\\s{0,3}(?:\"([^\"]{1,150})\"|'([^']{1,150})'|([^\\s<>\"'|]{1,150}))\\s{0,3}<<-?\\s{0,3}[\"'\\\\]?(\\w{1,40})[\"']?(?:\\s{0,3}[|>&;].{0,40})?");
    private static final Pattern FROM_HERE = Pattern.compile(
            "cat\\s{1,3}<<-?\\s{0,3}[\"'\\\\]?(\\w{1,40})[\"']?\\s{0,3}>\\s{0,3}[\"']?([^\\s<>\"'|]{1,150})[\"']?");

    /// One of them.
    record Written(String path, List<String> lines, boolean closed) {}

    private record Opening(String path, String mark) {}

    static Heredocs of(List<String> lines) {
        var files = new ArrayList<Written>();
        var rest = new ArrayList<String>();
        int at = 0;
        while (at < lines.size()) {
            var opening = opening(lines.get(at));
            if (opening == null) {
                rest.add(lines.get(at++));
                continue;
            }
            int start = at + 1;
            int end = start;
            while (end < lines.size() && !lines.get(end).strip().equals(opening.mark())) {
                end++;
            }
            files.add(new Written(opening.path(), List.copyOf(lines.subList(start, end)), end < lines.size()));
            at = end + 1;
        }
        return new Heredocs(files, rest);
    }

    /// Whether nothing but the making of folders is left.
    boolean isAll() {
        return rest.stream().allMatch(line -> line.isBlank() || line.startsWith("mkdir ") || line.startsWith("#"));
    }

    private static @Nullable Opening opening(String line) {
        if (line.length() > 300 || !line.contains("<<")) {
            return null;
        }
        var to = TO_FILE.matcher(line.strip());
        if (to.matches()) {
            var path = to.group(1) != null ? to.group(1) : to.group(2) != null ? to.group(2) : to.group(3);
            return opening(path, to.group(4));
        }
        var from = FROM_HERE.matcher(line.strip());
        return from.matches() ? opening(from.group(2), from.group(1)) : null;
    }

    private static @Nullable Opening opening(@Nullable String path, @Nullable String mark) {
        return path == null || mark == null || !FileLabel.looksLikePath(path, true) ? null : new Opening(path, mark);
    }
}
