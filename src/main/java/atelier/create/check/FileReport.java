package atelier.create.check;

import java.util.List;

/// What is known of one file after the checks.
///
/// @param path     as in the set of files
/// @param lines    how many it has
/// @param syntax   whether it parses
/// @param findings what was found in it; empty when nothing was
public record FileReport(String path, int lines, Syntax syntax, List<Finding> findings) {
    public FileReport {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.isEmpty();
    }

    /// What holds, in words such as `parses, references resolve`.
    public String evidence() {
        var parsed = switch (syntax) {
            case Syntax.Parses() -> "parses, ";
            case Syntax.Broken _ -> "";
            // Nobody expects that of words.
            case Syntax.Skipped(var why) -> path.matches("(?i).*\\.(?:md|txt|rst)") ? "" : why + ", ";
        };
        return parsed + "references resolve";
    }
}
