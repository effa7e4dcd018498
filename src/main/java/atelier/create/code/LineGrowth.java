package atelier.create.code;

import atelier.create.SafePath;
import atelier.create.code.Growth.Begun;
import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows an answer in lines: fences, tags, rulers. Looks at what stands above a fence only when one opens.
final class LineGrowth {
    /// Prose that may name the next block.
    private static final int REACH = 12;
    /// First lines of a block, among which its name may be.
    private static final int HEAD = 6;

    private final Map<String, Begun> files = new LinkedHashMap<>();
    private final List<String> prose = new ArrayList<>();
    private final List<String> above = new ArrayList<>();
    private final List<String> head = new ArrayList<>();
    private @Nullable Fence fence;
    private @Nullable String closing;
    private @Nullable String path;
    private boolean thinking;
    private int depth;
    private int count;

    void take(String line) {
        if (fence != null) {
            fenced(line, fence);
        } else if (closing != null) {
            tagged(line, closing);
        } else if (!thinking(line)) {
            outside(line);
        }
    }

    List<Begun> files() {
        return List.copyOf(files.values());
    }

    /// Whether the lines are those of a fence of JSON without a name.
    boolean isJson() {
        return fence != null && path == null && "json".equals(InfoString.of(fence.info()).language());
    }

    /// @param begun the line that is not ended yet
    String explanation(String begun) {
        boolean words = fence == null && closing == null && path == null && !thinking
                && !begun.isBlank() && "`~<{#=*-".indexOf(begun.strip().charAt(0)) < 0;
        if (!words) {
            return Explanation.tidy(prose);
        }
        var all = new ArrayList<>(prose);
        all.add(begun);
        return Explanation.tidy(all);
    }

    private boolean thinking(String line) {
        var start = line.stripLeading();
        boolean opens = start.startsWith("<think") || start.startsWith("<reasoning") || start.startsWith("<thought");
        boolean closes = line.contains("</think") || line.contains("</reasoning") || line.contains("</thought");
        if (closes && !thinking) {
            prose.clear();
        }
        boolean inside = thinking || opens || closes;
        thinking = (thinking || opens) && !closes;
        return inside;
    }

    private void outside(String line) {
        var mark = line.length() > 400 ? null : Fence.of(line);
        var separated = path != null && closing == null;
        if (mark != null) {
            if (separated && count > 1) {
                grow(line);
                return;
            }
            fence = mark;
            depth = 0;
            begin(named(mark, List.of()));
            return;
        }
        var tag = line.indexOf('<') < 0 ? null : Tags.at(List.of(line), 0);
        var ruled = tag != null ? null : Separator.strong(line) == null ? Separator.weak(line) : Separator.strong(line);
        if (tag != null && tag.block().path() != null && !tag.block().closed()) {
            closing = closing(line);
            begin(tag.block().path());
        } else if (ruled != null) {
            finish(true);
            remember(line);
            begin(ruled);
        } else if (separated && Separator.isEnd(line)) {
            finish(true);
        } else if (separated) {
            grow(line);
        } else {
            prose.add(line);
            remember(line);
        }
    }

    private static String closing(String line) {
        var start = line.stripLeading();
        int end = 1;
        while (end < start.length()
                && (Character.isLetterOrDigit(start.charAt(end)) || "_-".indexOf(start.charAt(end)) >= 0)) {
            end++;
        }
        return "</" + start.substring(1, end);
    }

    private void fenced(String line, Fence open) {
        var mark = line.length() > 400 ? null : Fence.of(line);
        boolean same = mark != null && mark.mark() == open.mark() && mark.length() >= open.length()
                && mark.column() < open.column() + 4;
        if (mark != null && same && mark.isBare() && depth == 0) {
            if (path == null && !head.isEmpty()) {
                prose.add(open.info().isEmpty() ? "```" : "```" + open.info());
                prose.addAll(head);
                prose.add("```");
            }
            fence = null;
            finish(true);
            return;
        }
        depth += mark == null || !same ? 0 : mark.isBare() ? -1 : 1;
        if (path == null && head.size() < HEAD) {
            head.add(line);
            path = named(open, head);
        }
        grow(line);
    }

    private void tagged(String line, String end) {
        if (line.contains(end)) {
            closing = null;
            finish(true);
        } else {
            grow(line);
        }
    }

    private @Nullable String named(Fence mark, List<String> lines) {
        var pieces = new ArrayList<Piece>();
        above.forEach(line -> pieces.add(new Prose(line)));
        var block = new Block(mark.info(), null, lines, true, List.of());
        pieces.add(block);
        var name = Amendments.is(block) ? null : new Names(pieces).of(pieces.size() - 1, block);
        return name == null ? null : name.path();
    }

    private void begin(@Nullable String name) {
        path = name;
        count = 0;
        head.clear();
        show(false);
        while (name != null && !prose.isEmpty()
                && (prose.getLast().isBlank() || FileLabel.announced(prose.getLast()) != null)) {
            prose.removeLast();
        }
    }

    private void grow(String line) {
        count += count == 0 && line.isBlank() && fence == null ? 0 : 1;
        show(false);
    }

    private void finish(boolean done) {
        show(done);
        path = null;
        head.clear();
        above.clear();
    }

    private void show(boolean done) {
        if (path != null && SafePath.of(path.strip()) instanceof SafePath.Safe(var safe)) {
            files.put(safe, new Begun(safe, count, done));
        }
    }

    private void remember(String line) {
        above.add(line);
        if (above.size() > REACH) {
            above.removeFirst();
        }
    }
}
