package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fences that do not stand at the beginning of a line are put there: those inside a quotation, and those behind the
/// sentence that leads up to them.
final class Unglued {
    private static final Pattern BEHIND_PROSE = Pattern
            .compile("([^`]{1,300}[:\uFF1A]\\s{0,3})(```[\\w+#.:/-]{0,80})\\s{0,9}");

    private Unglued() {}

    static List<String> lines(List<String> lines) {
        var kept = new ArrayList<String>(lines.size());
        Fence open = null;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (open == null && isQuote(line)) {
                int end = quoteEnd(lines, i);
                addQuotation(lines.subList(i, end), kept);
                i = end - 1;
                continue;
            }
            var glued = open == null && line.contains("```") ? glued(line) : null;
            if (glued != null) {
                kept.add(glued.get(0));
                line = glued.get(1);
            }
            kept.add(line);
            var fence = Fence.of(line);
            open = open == null ? fence : fence != null && fence.closes(open) ? null : open;
        }
        return kept;
    }

    private static @Nullable List<String> glued(String line) {
        if (line.length() > 400 || Fence.of(line) != null) {
            return null;
        }
        var found = BEHIND_PROSE.matcher(line);
        return found.matches() ? List.of(found.group(1).strip(), found.group(2)) : null;
    }

    private static boolean isQuote(String line) {
        return line.startsWith(">");
    }

    private static int quoteEnd(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && isQuote(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static void addQuotation(List<String> quotation, List<String> kept) {
        var bare = quotation.stream().map(line -> line.startsWith("> ") ? line.substring(2) : line.substring(1))
                .toList();
        kept.addAll(bare.stream().anyMatch(line -> Fence.of(line) != null) ? bare : quotation);
    }
}
