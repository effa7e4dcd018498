package atelier.create.check;

import atelier.create.ExtractedFile;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Files that broke off, are empty, or leave out what they should hold.
final class Completeness {
    private static final Pattern LEFT_OUT = Pattern.compile(
            "(?i)(?:#|//|/\\*|<!--|--)\\s{0,3}(?:\\.{3}|\u2026)?\\s{0,2}(?:rest of (?:the |your )?(?:code|file|implementation)|existing code|your code here|remaining code|same as before|code remains the same).{0,60}");
    private static final Set<String> MAY_BE_EMPTY = Set.of("__init__.py", "py.typed", ".gitkeep", ".keep");
    private static final int LONGEST_LINE = 400;

    private Completeness() {}

    static List<Finding> findings(List<ExtractedFile> files) {
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            if (file.truncated()) {
                findings.add(new Finding(ProjectChecks.WHOLE, file.path(), Sentence.of("check.whole.breaks-off")));
            } else if (file.content().isBlank() && !mayBeEmpty(file.path())) {
                findings.add(new Finding(ProjectChecks.WHOLE, file.path(), Sentence.of("check.path.empty")));
            } else if (endsMissing(file)) {
                findings.add(new Finding(ProjectChecks.WHOLE, file.path(), Sentence.of("check.whole.html")));
            } else if (file.content().lines()
                    .anyMatch(line -> line.length() < LONGEST_LINE && LEFT_OUT.matcher(line.strip()).matches())) {
                findings.add(new Finding(ProjectChecks.WHOLE, file.path(), Sentence.of("check.whole.left-out")));
            }
        }
        return findings;
    }

    private static boolean mayBeEmpty(String path) {
        return MAY_BE_EMPTY.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static boolean endsMissing(ExtractedFile file) {
        if (!file.language().equals("html")) {
            return false;
        }
        var lower = file.content().toLowerCase(Locale.ROOT);
        return lower.contains("<html") && !lower.contains("</html>");
    }
}
