package atelier.create.check;

import atelier.create.Check;
import atelier.create.ExtractedFile;
import atelier.create.SafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs every check that applies to a set of files.
public final class ProjectChecks {
    static final String PATHS = "safe file names";
    static final String WHOLE = "complete files";
    static final String PARSES = "well-formed";
    static final String REFERENCES = "references resolve";
    static final String SECRETS = "no secrets";

    private ProjectChecks() {}

    /// @param checks   one a kind of check that had something to look at
    /// @param findings everything wrong; empty when all passed
    public record Report(List<Check> checks, List<Finding> findings) {
        public Report {
            checks = List.copyOf(checks);
            findings = List.copyOf(findings);
        }

        public boolean passed() {
            return findings.isEmpty();
        }

        /// Whether nothing was found in the file.
        public boolean passed(String path) {
            return findings.stream().noneMatch(finding -> finding.path().equals(path));
        }
    }

    /// @param refused names that were not taken, with their reasons
    public static Report run(List<ExtractedFile> files, List<SafePath.Refused> refused) {
        var findings = new ArrayList<Finding>();
        for (var one : refused) {
            findings.add(new Finding(PATHS, one.path(), one.reason()));
        }
        for (var file : files) {
            if (SafePath.of(file.path()) instanceof SafePath.Refused(var path, var reason)) {
                findings.add(new Finding(PATHS, path, reason));
            }
        }
        findings.addAll(Completeness.findings(files));
        int parsed = WellFormed.check(files, findings);
        findings.addAll(References.unresolved(files));
        findings.addAll(Secrets.findings(files));
        var checks = new ArrayList<Check>();
        int all = files.size() + refused.size();
        checks.add(check(PATHS, all, "file", findings));
        checks.add(check(WHOLE, files.size(), "file", findings));
        if (parsed > 0) {
            checks.add(check(PARSES, parsed, "file", findings));
        }
        checks.add(check(REFERENCES, files.size(), "file", findings));
        checks.add(check(SECRETS, files.size(), "file", findings));
        return new Report(checks, findings);
    }

    private static Check check(String name, int looked, String unit, List<Finding> findings) {
        var own = findings.stream().filter(finding -> finding.check().equals(name)).toList();
        if (own.isEmpty()) {
            return new Check(name, true, looked + " " + unit + (looked == 1 ? "" : "s") + " looked at");
        }
        var detail = own.stream().limit(5).map(one -> "`" + one.path() + "` " + one.problem())
                .collect(Collectors.joining("; "));
        return new Check(name, false, own.size() > 5 ? detail + "; and " + (own.size() - 5) + " more" : detail);
    }
}
