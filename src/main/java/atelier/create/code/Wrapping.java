package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes off what models wrap around the content of a tagged file: a name tag, a content tag, CDATA, one more fence.
final class Wrapping {
    private static final List<String> OPENINGS = List.of("<content>", "<![CDATA[", "<code>", "<contents>",
            "<document_content>", "<file_content>", "<file_text>");
    private static final List<String> CLOSINGS = List.of("</content>", "]]>", "</code>", "</contents>",
            "</document_content>", "</file_content>", "</file_text>");

    private Wrapping() {}

    /// @param path null when no name was found
    record Unwrapped(@Nullable String path, List<String> lines) {}

    static Unwrapped unwrapped(@Nullable String attribute, List<String> content, Pattern pathTag) {
        var lines = new ArrayList<>(content);
        trim(lines);
        var path = attribute;
        if (path == null && !lines.isEmpty() && lines.getFirst().length() < 400) {
            var found = pathTag.matcher(lines.getFirst());
            if (found.find()) {
                path = found.group(1).strip();
                lines.set(0, lines.getFirst().substring(found.end()));
                trim(lines);
            }
        }
        for (int i = 0; i < OPENINGS.size() * 2; i++) {
            takeOff(lines, OPENINGS.get(i % OPENINGS.size()), CLOSINGS.get(i % OPENINGS.size()));
        }
        if (lines.size() > 1) {
            var open = Fence.of(lines.getFirst());
            var close = Fence.of(lines.getLast());
            if (open != null && close != null && close.closes(open)) {
                lines.removeFirst();
                lines.removeLast();
            }
        }
        return new Unwrapped(path, path == null ? lines : unescaped(path, lines));
    }

    /// Some escape the code in a tag as if it were a page; then no bare bracket is left in it.
    private static List<String> unescaped(String path, List<String> lines) {
        var language = Language.ofPath(path);
        boolean page = language != null && Set.of("html", "xml", "markdown", "vue", "svelte").contains(language);
        boolean escaped = !page && lines.stream().anyMatch(line -> line.contains("&lt;") || line.contains("&gt;"))
                && lines.stream().noneMatch(line -> line.indexOf('<') >= 0);
        return escaped
                ? lines.stream().map(line -> line.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                        .replace("&#39;", "'").replace("&amp;", "&")).toList()
                : lines;
    }

    private static void takeOff(List<String> lines, String opening, String closing) {
        if (lines.isEmpty() || !lines.getFirst().stripLeading().startsWith(opening)) {
            return;
        }
        lines.set(0, lines.getFirst().stripLeading().substring(opening.length()));
        int end = lines.getLast().lastIndexOf(closing);
        if (end >= 0 && lines.getLast().substring(end + closing.length()).isBlank()) {
            lines.set(lines.size() - 1, lines.getLast().substring(0, end));
        }
        trim(lines);
    }

    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
    }
}
