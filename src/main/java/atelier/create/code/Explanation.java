package atelier.create.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Prose put together from what is left of an answer.
final class Explanation {
    private static final Pattern RULER = Pattern
            .compile("[-*_=]{3,120}|</?(?:files|answer|project|documents|lov-code|boltArtifact\\b[^<>]{0,300})>");

    private Explanation() {}

    static String joined(String... parts) {
        var lines = new ArrayList<String>();
        for (var part : parts) {
            if (!part.isBlank()) {
                lines.addAll(part.strip().lines().toList());
                lines.add("");
            }
        }
        return tidy(lines);
    }

    /// Without runs of blank lines and without rulers that part nothing.
    static String tidy(List<String> lines) {
        var kept = new ArrayList<String>();
        for (var line : lines) {
            boolean ruler = line.length() < 320 && RULER.matcher(line.strip()).matches();
            boolean start = kept.isEmpty() || kept.getLast().isBlank();
            if (!(start && (ruler || line.isBlank()))) {
                kept.add(line.stripTrailing());
            }
        }
        while (!kept.isEmpty() && (kept.getLast().isBlank() || RULER.matcher(kept.getLast().strip()).matches())) {
            kept.removeLast();
        }
        return String.join("\n", kept);
    }
}
