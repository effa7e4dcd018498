package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers written as JSON: `{"files":[{"path", "content"}], "explanation"}` and its variants, alone, behind a fence, amid
/// prose or as calls of a tool, one or several, with the small mistakes models make, also cut off.
final class JsonAnswer {
    private static final int MAX_FAILURES = 4;
    private static final Pattern CALL = Pattern.compile("</?(?:tool_call|function_call|json|answer|output)>");

    private final List<String> lines;
    private final String text;
    private final int[] starts;
    private final FileSet files = new FileSet();
    private final List<String> words = new ArrayList<>();
    private boolean found;

    private JsonAnswer(List<String> lines) {
        this.lines = lines;
        this.text = String.join("\n", lines);
        starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.get(i).length() + 1;
        }
    }

    /// Null when the answer holds no project in JSON.
    static @Nullable Extraction read(List<String> lines) {
        return lines.stream().anyMatch(JsonAnswer::begins) ? new JsonAnswer(lines).read() : null;
    }

    private @Nullable Extraction read() {
        int failures = 0;
        Fence fence = null;
        int opened = 0;
        int at = 0;
        while (at < lines.size()) {
            var line = lines.get(at);
            var mark = Fence.of(line);
            boolean tried = mark == null && failures < MAX_FAILURES && begins(line)
                    && (fence == null || mayHold(fence, at));
            int next = tried ? value(at) : at;
            if (next > at) {
                if (fence != null) {
                    words.set(opened, "");
                    next = behindFence(next);
                    fence = null;
                }
                at = next;
                continue;
            }
            failures += tried ? 1 : 0;
            opened = fence == null ? words.size() : opened;
            fence = mark == null ? fence : fence == null ? mark : mark.closes(fence) ? null : fence;
            words.add(CALL.matcher(line).replaceAll(""));
            at++;
        }
        return found ? FileAssembler.named(AnswerScanner.scan(Unglued.lines(words)), files) : null;
    }

    private static boolean begins(String line) {
        int at = start(line);
        return at < line.length() && (line.charAt(at) == '{' || line.startsWith("[{", at)
                || (line.charAt(at) == '[' && line.substring(at + 1).isBlank()));
    }

    private static int start(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        var call = line.startsWith("<", at) ? CALL.matcher(line).region(at, line.length()) : null;
        return call != null && call.lookingAt() ? call.end() : at;
    }

    /// Not in a fence that is itself a file.
    private boolean mayHold(Fence fence, int line) {
        var info = InfoString.of(fence.info());
        if (info.path() != null || !(fence.isBare() || "json".equals(info.language()))) {
            return false;
        }
        int above = line - 2;
        while (above >= 0 && above > line - 5 && lines.get(above).isBlank()) {
            above--;
        }
        return above < 0 || FileLabel.announced(lines.get(above)) == null;
    }

    /// The line behind the project that begins in line `at`; `at` when none does.
    private int value(int at) {
        var value = JsonProject.read(text, starts[at] + start(lines.get(at)));
        var project = value == null ? null : JsonProject.of(value);
        if (value == null || project == null) {
            return at;
        }
        found = true;
        project.into(files);
        words.add("");
        words.addAll(project.words());
        int line = at;
        while (line + 1 < lines.size() && starts[line + 1] <= value.end()) {
            line++;
        }
        int from = Math.min(value.end(), text.length());
        int to = Math.max(from, Math.min(text.length(), starts[line + 1] - 1));
        var rest = CALL.matcher(text.substring(from, to)).replaceAll("").strip();
        if (!rest.isEmpty() && !rest.equals(";")) {
            words.add(rest);
        }
        return line + 1;
    }

    private int behindFence(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        var mark = at < lines.size() ? Fence.of(lines.get(at)) : null;
        return mark != null && mark.isBare() ? at + 1 : from;
    }
}
