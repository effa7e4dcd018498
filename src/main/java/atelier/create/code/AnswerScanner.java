package atelier.create.code;

import atelier.create.code.Piece.Block;
import atelier.create.code.Piece.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts an answer into prose and blocks, line by line. Time grows with the length, whatever the text.
final class AnswerScanner {
    private static final Pattern TAG = Pattern.compile(
            "<(file|boltaction|codefile|code_file|write_to_file|create_file|write_file|document)\\b([^<>]{0,300})>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "\\b(?:path|name|filename|filepath|file_path|src)\\s{0,3}=\\s{0,3}(?:\"([^\"]{1,250})\"|'([^']{1,250})'|([^\\s\"'>]{1,250}))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH_TAG = Pattern
            .compile("<(?:path|name|filename|file_path)>([^<>]{1,250})</[a-z_]{1,12}>", Pattern.CASE_INSENSITIVE);
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
        boolean closed = end < lines.size();
        boolean named = closed && !fences.isBare(end);
        var content = new ArrayList<String>();
        for (int i = at + 1; i < end; i++) {
            content.add(setBack(lines.get(i), open.column()));
        }
        closed |= closesInline(content);
        int next = named || end >= lines.size() ? end : end + 1;
        var inner = container(open, content);
        if (inner.isEmpty()) {
            pieces.add(new Block(open.info(), null, content, closed, lines.subList(at, next)));
        } else {
            pieces.addAll(inner);
            if (!closed && pieces.removeLast() instanceof Block last) {
                pieces.add(new Block(last.info(), last.path(), last.lines(), false, last.raw()));
            }
        }
        return next;
    }

    /// A fence around a whole set of files written in another style.
    private static List<Piece> container(Fence open, List<String> content) {
        var word = open.info().toLowerCase(Locale.ROOT);
        if (content.isEmpty() || InfoString.of(open.info()).path() != null) {
            return List.of();
        }
        boolean language = !CONTAINERS.contains(word);
        if (language && content.stream().filter(line -> Separator.strong(line) != null).limit(2).count() < 2) {
            return Parted.byComments(open.info(), content);
        }
        var first = content.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (Separator.strong(first) == null && !TAG.matcher(first).lookingAt() && !first.strip().equals("<files>")) {
            return Parted.byComments(open.info(), content);
        }
        var inner = scan(content);
        return inner.stream().anyMatch(Block.class::isInstance) ? inner : List.of();
    }

    /// Some models put the closing fence behind the last line of code.
    private static boolean closesInline(List<String> content) {
        if (content.isEmpty() || !content.getLast().endsWith("```") || Fence.of(content.getLast()) != null) {
            return false;
        }
        var last = content.removeLast();
        content.add(last.substring(0, last.length() - 3));
        return true;
    }

    private int other(int at) {
        var line = lines.get(at);
        if (line.length() > SHORT) {
            pieces.add(new Prose(line));
            return at + 1;
        }
        if (line.indexOf('<') >= 0) {
            int next = tagged(at, line.stripLeading());
            if (next > at) {
                return next;
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
        int end = at + 1;
        while (end < lines.size() && !Separator.ends(lines.get(at), path, lines.get(end))) {
            end++;
        }
        var content = new ArrayList<>(lines.subList(at + 1, end));
        boolean ended = end < lines.size() && Separator.isEnd(lines.get(end));
        int next = ended ? end + 1 : end;
        while (!content.isEmpty() && content.getLast().isBlank()) {
            content.removeLast();
        }
        pieces.add(new Block("", path, content, true, lines.subList(at, next)));
        return next;
    }

    /// The line after a tagged file; `at` when the line opens none.
    private int tagged(int at, String line) {
        var tag = TAG.matcher(line);
        if (!tag.lookingAt() || line.regionMatches(tag.end() - 2, "/>", 0, 2)) {
            return at;
        }
        var name = tag.group(1).toLowerCase(Locale.ROOT);
        var path = attribute(tag.group(2));
        if (path == null && !namedBelow(at)) {
            return at;
        }
        var closing = "</" + name + ">";
        var content = new ArrayList<String>();
        int i = at;
        var rest = line.substring(tag.end());
        boolean closed = false;
        while (true) {
            int end = rest.indexOf('<') < 0 ? -1 : rest.toLowerCase(Locale.ROOT).lastIndexOf(closing);
            closed = end >= 0;
            var part = closed ? rest.substring(0, end) : rest;
            if ((i > at && !closed) || !part.isBlank()) {
                content.add(part);
            }
            i++;
            if (closed || i >= lines.size()) {
                break;
            }
            rest = lines.get(i);
            if (path != null && nextTag(rest, name)) {
                closed = true;
                break;
            }
        }
        var block = Wrapping.unwrapped(path, content, PATH_TAG);
        if (block.path() == null) {
            return at;
        }
        pieces.add(new Block("", block.path(), block.lines(), closed, lines.subList(at, i)));
        return i;
    }

    private boolean namedBelow(int at) {
        for (int i = at; i < Math.min(lines.size(), at + 4); i++) {
            if (lines.get(i).length() <= SHORT && PATH_TAG.matcher(lines.get(i)).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean nextTag(String line, String name) {
        if (line.length() > SHORT || !line.stripLeading().startsWith("<")) {
            return false;
        }
        var tag = TAG.matcher(line.stripLeading());
        return tag.lookingAt() && tag.group(1).equalsIgnoreCase(name) && !tag.group(2).endsWith("/")
                && attribute(tag.group(2)) != null;
    }

    private static @Nullable String attribute(String attributes) {
        var found = ATTRIBUTE.matcher(attributes);
        if (!found.find()) {
            return null;
        }
        var path = found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
        return path == null ? null : path.strip();
    }

    private static String setBack(String line, int column) {
        int cut = 0;
        while (cut < column && cut < line.length() && (line.charAt(cut) == ' ' || line.charAt(cut) == '\t')) {
            cut++;
        }
        return line.substring(cut);
    }
}
