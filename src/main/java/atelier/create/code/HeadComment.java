package atelier.create.code;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name that a file bears in its own first comment.
final class HeadComment {
    private static final int REACH = 6;
    private static final Pattern OPENS = Pattern.compile("/\\*{1,2}!?|<!--|\"\"\"|'''|\\{-|\\(\\*|=begin|<\\?php");
    /// Comment lines that say nothing.
    private static final Set<String> EMPTY = Set.of("//", "#", "--", ";", "*", "///", "%");
    private static final Pattern PREAMBLE = Pattern.compile("#!.*|<\\?.*|<!.*|# -\\*-.*|// @ts.*|['\"]use strict.*");

    private HeadComment() {}

    /// Null when there is none.
    static @Nullable String path(@Nullable String language, List<String> lines) {
        boolean headings = "markdown".equals(language) && !lines.isEmpty() && lines.getFirst().startsWith("#");
        if (headings) {
            return null;
        }
        boolean block = false;
        for (int i = 0; i < Math.min(REACH, lines.size()); i++) {
            var line = lines.get(i).strip();
            if (line.length() > 300) {
                return null;
            }
            boolean opens = OPENS.matcher(line).matches();
            if (opens || line.isEmpty() || EMPTY.contains(line)) {
                block |= opens && !line.startsWith("<?");
                continue;
            }
            var path = block ? FileLabel.announced(line.startsWith("*") ? line.substring(1) : line) : null;
            path = path == null ? FileLabel.commented(line) : path;
            if (path != null || !PREAMBLE.matcher(line).matches() || i > 1) {
                return path;
            }
        }
        return null;
    }
}
