package atelier.create.check;

import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Runs every check that applies to a set of files.
public final class ProjectChecks {
    static final String PATHS = "safe file names";
    static final String WHOLE = "complete files";
    static final String PARSES = "well-formed";
    static final String REFERENCES = "references resolve";
    static final String SECRETS = "no secrets";
    static final String FITS = "changes fit";
    static final String SELF_CONTAINED = "self-contained";

    private ProjectChecks() {}

    /// @param checks   one a kind of check that had something to look at
    /// @param findings everything wrong; empty when all passed
    /// @param files    one a file, in the order they came
    public record Report(List<Check> checks, List<Finding> findings, List<FileReport> files) {
        public Report {
            checks = List.copyOf(checks);
            findings = List.copyOf(findings);
            files = List.copyOf(files);
        }

        public boolean passed() {
            return findings.isEmpty();
        }

        /// What was checked in each file, with its outcome.
        public Map<String, List<Check>> byFile() {
            return files.stream().collect(Collectors.toMap(FileReport::path, file -> checks.stream()
                    .filter(check -> !check.name().equals(PARSES) || !(file.syntax() instanceof Syntax.Skipped))
                    .map(check -> check(check.name(), 1, file.findings())).toList(), (one, _) -> one));
        }

        /// Whether nothing was found in the file.
        public boolean passed(String path) {
            return findings.stream().noneMatch(finding -> finding.path().equals(path));
        }
    }

    /// Nothing promised beyond being right.
    public static Report run(List<ExtractedFile> files, List<SafePath.Refused> refused) {
        return run(files, refused, Promise.NONE);
    }

    public static Report run(List<ExtractedFile> files, List<SafePath.Refused> refused, Promise promise) {
        return run(files, refused, List.of(), promise);
    }

    /// A change to a file that found no place in it.
    ///
    /// @param why short words that follow the name of the file
    public static Finding misfit(String path, Sentence why) {
        return new Finding(FITS, path, why);
    }

    /// @param refused names that were not taken, with their reasons
    /// @param known   what was found already
    public static Report run(List<ExtractedFile> files, List<SafePath.Refused> refused, List<Finding> known,
            Promise promise) {
        var findings = new ArrayList<>(known);
        for (var one : refused) {
            findings.add(new Finding(PATHS, one.path(), one.why()));
        }
        for (var file : files) {
            if (SafePath.of(file.path()) instanceof SafePath.Refused(var path, var reason)) {
                findings.add(new Finding(PATHS, path, reason));
            }
        }
        findings.addAll(Completeness.findings(files));
        var syntax = syntax(files, findings);
        findings.addAll(References.unresolved(files));
        findings.addAll(Secrets.findings(files));
        var checks = new ArrayList<Check>();
        checks.add(check(PATHS, files.size() + refused.size(), findings));
        checks.add(check(WHOLE, files.size(), findings));
        parsed(syntax, findings).ifPresent(checks::add);
        checks.add(check(REFERENCES, files.size(), findings));
        checks.add(check(SECRETS, files.size(), findings));
        if (!known.isEmpty()) {
            checks.add(check(FITS, files.size(), findings));
        }
        if (promise == Promise.SELF_CONTAINED) {
            findings.addAll(SelfContained.findings(files));
            checks.add(check(SELF_CONTAINED, files.size(), findings));
        }
        return new Report(checks, findings, files.stream().map(file -> new FileReport(file.path(),
                (int) file.content().lines().count(),
                syntax.getOrDefault(file.path(), new Syntax.Skipped(Sentence.of("check.skip.not"))),
                findings.stream().filter(finding -> finding.path().equals(file.path())).toList())).toList());
    }

    private static Map<String, Syntax> syntax(List<ExtractedFile> files, List<Finding> findings) {
        var all = new LinkedHashMap<String, Syntax>();
        for (var file : files) {
            // That a file breaks off is said already.
            var judged = file.truncated()
                    ? new Syntax.Skipped(Sentence.of("check.skip.breaks-off"))
                    : Syntax.of(file.language(), file.path(), file.content());
            all.put(file.path(), judged);
            if (judged instanceof Syntax.Broken broken) {
                findings.add(new Finding(PARSES, file.path(), broken.whole()));
            }
        }
        return all;
    }

    /// Says what was not parsed too, so that nobody takes silence for proof.
    private static Optional<Check> parsed(Map<String, Syntax> syntax, List<Finding> findings) {
        var parsed = (int) syntax.values().stream().filter(one -> !(one instanceof Syntax.Skipped)).count();
        if (parsed == 0) {
            return Optional.empty();
        }
        var check = check(PARSES, parsed, findings);
        var reasons = syntax.values().stream().filter(Syntax.Skipped.class::isInstance)
                .map(one -> ((Syntax.Skipped) one).why()).filter(why -> !why.equals(Syntax.NOTHING)).distinct().limit(3)
                .toList();
        int skipped = syntax.size() - parsed;
        return Optional.of(!check.passed() || reasons.isEmpty()
                ? check
                : new Check(check.name(), true, Sentence.of("check.skipped", "looked", check.what(), "skipped", skipped,
                        "reasons", Sentence.clauses(reasons))));
    }

    private static Check check(String name, int looked, List<Finding> findings) {
        var own = findings.stream().filter(finding -> finding.check().equals(name)).toList();
        if (own.isEmpty()) {
            return new Check(name, true, Sentence.of("check.looked", "count", looked));
        }
        var some = Sentence.clauses(own.stream().limit(5)
                .map(one -> Sentence.of("check.of", "file", one.path(), "problem", one.what())).toList());
        return new Check(name, false, own.size() > 5
                ? Sentence.of("check.more", "findings", some, "count", own.size() - 5)
                : some);
    }
}
