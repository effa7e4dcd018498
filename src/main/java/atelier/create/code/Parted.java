package atelier.create.code;

import atelier.create.code.Piece.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One fence around several files, each headed by a comment with its name.
final class Parted {
    private Parted() {}

    /// Empty when the content is one file.
    static List<Piece> byComments(String info, List<String> content) {
        var first = content.isEmpty() ? null : FileLabel.commented(content.getFirst());
        if (first == null) {
            return List.of();
        }
        var parts = new ArrayList<Piece>();
        var path = first;
        int start = 0;
        for (int i = 1; i < content.size(); i++) {
            var next = content.get(i - 1).isBlank() ? head(content.get(i), first) : null;
            if (next != null && !next.equals(path)) {
                parts.add(part(info, path, content.subList(start, i)));
                path = next;
                start = i;
            }
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        parts.add(part(info, path, content.subList(start, content.size())));
        return parts;
    }

    /// Only files of the same language: a comment on another file is just that.
    private static @Nullable String head(String line, String first) {
        if (line.isEmpty() || Character.isWhitespace(line.charAt(0)) || Character.isLetterOrDigit(line.charAt(0))) {
            return null;
        }
        var path = FileLabel.commented(line);
        var language = path == null ? null : Language.ofPath(path);
        return language != null && language.equals(Language.ofPath(first)) ? path : null;
    }

    private static Block part(String info, String path, List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return new Block(info, path, lines.subList(0, end), true, lines);
    }
}
