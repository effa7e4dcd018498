package atelier.create.code;

import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts an answer into prose and blocks, line by line. Time grows with the length, whatever the text.
final class AnswerScanner {
    private static final Set<String> CONTAINERS = Set.of("", "text", "txt", "plaintext", "xml");
    private static final int SHORT = 400;

    private final List<String> lines;
    private final FenceMap fences;
    private final List<Piece> pieces = new ArrayList<>();

    private AnswerScanner(List<String> lines) {
        this.lines = lines;
        this.fences = new FenceMap(lines);
    }

    static List<Piece> scan(List<String> lines) {
        return new AnswerScanner(lines).scan();
    }

    private List<Piece> scan() {
        int at = 0;
        while (at < lines.size()) {
            var fence = fences.at(at);
            if (fence != null) {
                at = fenced(at, fence);
            } else {
                at = other(at);
            }
        }
        return pieces;
    }

    private int fenced(int at, Fence open) {
        int end = fences.end(at);
        boolean named = end < lines.size() && !fences.isBare(end);
        int glued = end >= lines.size() || named ? gluedEnd(at, end) : -1;
        boolean closed = end < lines.size() || glued >= 0;
        var content = new ArrayList<String>();
        for (int i = at + 1; i < (glued >= 0 ? glued : end); i++) {
            content.add(setBack(lines.get(i), open.column()));
        }
        if (glued >= 0) {
            var last = setBack(lines.get(glued), open.column());
            content.add(last.substring(0, last.length() - 3));
            end = glued + 1;
        } else if (!closed) {
            withoutBrokenEnd(content);
        }
        int next = named || glued >= 0 || end >= lines.size() ? end : end + 1;
        add(open, content, closed, lines.subList(at, next));
        return next;
    }

    private void add(Fence open, List<String> content, boolean closed, List<String> raw) {
        var inner = container(open, content);
        if (inner.isEmpty()) {
            if (closed || !content.isEmpty()) {
                pieces.add(new Block(open.info(), null, content, closed, raw));
            }
            return;
        }
        pieces.addAll(inner);
        if (!closed && pieces.getLast() instanceof Block last) {
            pieces.set(pieces.size() - 1,
                    new Block(last.info(), last.path(), last.lines(), false, last.raw()));
        }
    }

    /// The answer broke off: the empty rest of its last line, or half of a fence, are not part of the file.
    private static void withoutBrokenEnd(List<String> content) {
        while (!content.isEmpty() && (content.getLast().isBlank() || content.getLast().strip().matches("`{1,2}"))) {
            content.removeLast();
        }
    }

    /// A fence around a whole set of files written in another style.
    private static List<Piece> container(Fence open, List<String> content) {
        var word = open.info().toLowerCase(Locale.ROOT);
        if (content.isEmpty() || InfoString.of(open.info()).path() != null) {
            return List.of();
        }
        if ("markdown".equals(InfoString.of(open.info()).language())) {
            return List.of();
        }
        boolean language = !CONTAINERS.contains(word);
        if (language && content.stream().filter(line -> Separator.strong(line) != null).limit(2).count() < 2) {
            return Parted.byComments(open.info(), content);
        }
        var first = content.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (Separator.strong(first) == null && !Tags.opens(first) && !first.strip().equals("<files>")) {
            return Parted.byComments(open.info(), content);
        }
        var inner = scan(content);
        return inner.stream().anyMatch(Block.class::isInstance) ? inner : List.of();
    }

    /// Some models put the closing fence behind the last line of code.
    private int gluedEnd(int at, int end) {
        for (int i = at + 1; i < end; i++) {
            var line = lines.get(i);
            if (line.endsWith("```") && fences.at(i) == null && line.indexOf('`') == line.length() - 3) {
                return i;
            }
        }
        return -1;
    }

    private int other(int at) {
        var line = lines.get(at);
        if (line.length() > SHORT) {
            pieces.add(new Prose(line));
            return at + 1;
        }
        if (line.indexOf('<') >= 0) {
            var tagged = Tags.at(lines, at);
            if (tagged != null) {
                pieces.add(tagged.block());
                if (!tagged.tail().isBlank()) {
                    pieces.add(new Prose(tagged.tail().strip()));
                }
                return tagged.next();
            }
        }
        var strong = Separator.strong(line);
        var path = strong != null ? strong : Separator.weak(line);
        if (path == null || fences.opensSoon(at + 1, strong != null ? 1 : 8)) {
            pieces.add(new Prose(line));
            return at + 1;
        }
        return separated(at, path);
    }

    private int separated(int at, String path) {
        int start = at + 1 < lines.size() && Separator.isRuler(lines.get(at + 1)) ? at + 2 : at + 1;
        int end = start;
        while (end < lines.size() && !Separator.ends(lines.get(at), path, lines.get(end)) && !boxed(at, path, end)) {
            end++;
        }
        var content = new ArrayList<>(lines.subList(start, end));
        boolean ended = end < lines.size() && Separator.isEnd(lines.get(end));
        int next = ended ? end + 1 : end;
        while (!content.isEmpty() && content.getLast().isBlank()) {
            content.removeLast();
        }
        while (!content.isEmpty() && content.getFirst().isBlank()) {
            content.removeFirst();
        }
        pieces.add(new Block("", path, content, true, lines.subList(at, next)));
        return next;
    }

    /// A ruler above the name of the next file.
    private boolean boxed(int at, String path, int line) {
        return Separator.isRuler(lines.get(line)) && line + 1 < lines.size()
                && Separator.ends(lines.get(at), path, lines.get(line + 1));
    }

    private static String setBack(String line, int column) {
        int cut = 0;
        while (cut < column && cut < line.length() && (line.charAt(cut) == ' ' || line.charAt(cut) == '\t')) {
            cut++;
        }
        return line.substring(cut);
    }
}
