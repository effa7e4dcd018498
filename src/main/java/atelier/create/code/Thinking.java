package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes a model's thinking out of its answer: `<think>…</think>` and its kin, outside fences.
final class Thinking {
    private static final List<String> NAMES = List.of("think", "thinking", "thought", "reasoning");

    private final List<String> kept = new ArrayList<>();
    private final List<String> thought = new ArrayList<>();
    private @Nullable String open;
    private @Nullable Fence fence;

    private Thinking() {}

    /// The answer proper.
    ///
    /// @param lines    without the thinking
    /// @param unclosed lines of thinking whose end never came; empty when it did
    record Split(List<String> lines, List<String> unclosed) {}

    static Split split(List<String> lines) {
        var thinking = new Thinking();
        lines.forEach(thinking::take);
        return new Split(thinking.kept, thinking.thought);
    }

    private void take(String line) {
        if (open != null) {
            leave(line, open);
            return;
        }
        var mark = Fence.of(line);
        boolean inside = fence != null;
        fence = fence == null ? mark : mark != null && mark.closes(fence) ? null : fence;
        if (inside || fence != null) {
            kept.add(line);
            return;
        }
        open = tagIn(line.stripLeading(), "<", true);
        if (open != null) {
            leave(line, open);
            return;
        }
        var closed = tagIn(line, "</", false);
        if (closed == null) {
            kept.add(line);
            return;
        }
        // The opening tag stood in the prompt's template: all so far was thinking.
        kept.clear();
        leave(line, closed);
    }

    private void leave(String line, String tag) {
        int end = indexOf(line, "</" + tag + ">");
        if (end < 0) {
            thought.add(line);
            return;
        }
        var rest = line.substring(end + tag.length() + 3);
        if (!rest.isBlank()) {
            kept.add(rest);
        }
        thought.clear();
        open = null;
    }

    private static @Nullable String tagIn(String line, String start, boolean atStart) {
        if (line.indexOf('<') < 0 || line.length() > 20_000) {
            return null;
        }
        for (var name : NAMES) {
            int at = indexOf(line, start + name + ">");
            if (atStart ? at == 0 : at >= 0 && !line.contains("`")) {
                return name;
            }
        }
        return null;
    }

    private static int indexOf(String line, String tag) {
        return line.indexOf('<') < 0 ? -1 : line.toLowerCase(Locale.ROOT).indexOf(tag);
    }
}
