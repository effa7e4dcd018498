package atelier.create.check;

import atelier.language.Sentence;
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
    public Sentence evidence() {
        var resolve = Sentence.of("check.resolve");
        return switch (syntax) {
            case Syntax.Parses() -> Sentence.list(List.of(Sentence.of("check.parses"), resolve));
            case Syntax.Broken _ -> resolve;
            // Nobody expects that of words.
            case Syntax.Skipped(var why) ->
                path.matches("(?i).*\\.(?:md|txt|rst)") ? resolve : Sentence.list(List.of(why, resolve));
        };
    }
}
