package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.check.FileReport;
import atelier.create.check.Finding;
import atelier.create.check.ProjectChecks.Report;
import java.util.List;

/// What a person reads beside the files.
final class Summary {
    private static final int LONGEST = 6_000;
    private static final int MOST_SINGLE = 10;

    private Summary() {}

    static String of(Extraction extraction, Report report) {
        var explanation = extraction.explanation().length() <= LONGEST
                ? extraction.explanation()
                : extraction.explanation().substring(0, LONGEST).stripTrailing() + "\u2026";
        var text = new StringBuilder(explanation.isBlank() ? "Here it is." : explanation);
        text.append("\n\n**Files**").append(files(report));
        var loose = report.findings().stream().filter(finding -> report.files().stream()
                .noneMatch(file -> file.path().equals(finding.path()))).limit(MOST_SINGLE).toList();
        loose.forEach(finding -> text.append("\n- \u2717 `").append(finding.path()).append("` \u00B7 ")
                .append(finding.problem()));
        if (!report.passed()) {
            text.append("\n\n**Still wrong after one repair**: what is marked \u2717.");
        }
        text.append("\n\n**Next steps**").append(report.passed()
                ? start(extraction.files())
                : "\n- Press Regenerate for another try.")
                .append("\n- Reply to this message with what should be different.");
        return text.toString();
    }

    /// Each file with its outcome; of many only the broken ones singly.
    private static String files(Report report) {
        boolean many = report.files().size() > MOST_SINGLE;
        var text = new StringBuilder();
        int right = 0;
        int lines = 0;
        for (var file : report.files()) {
            if (many && file.passed()) {
                right++;
                lines += file.lines();
            } else {
                text.append("\n- ").append(line(file));
            }
        }
        return right == 0
                ? text.toString()
                : text.insert(0, "\n- \u2713 " + right + " files \u00B7 " + lines + " lines \u00B7 every check passed")
                        .toString();
    }

    private static String line(FileReport file) {
        var name = (file.passed() ? "\u2713" : "\u2717") + " `" + file.path() + "` \u00B7 ";
        if (file.passed()) {
            return name + file.lines() + (file.lines() == 1 ? " line" : " lines") + " \u00B7 " + file.evidence();
        }
        var problems = file.findings().stream().map(Finding::problem).distinct().toList();
        return name + String.join("; ", problems.subList(0, Math.min(3, problems.size())))
                + (problems.size() > 3 ? "; and " + (problems.size() - 3) + " more" : "");
    }

    private static String start(List<ExtractedFile> files) {
        for (var file : files) {
            var path = file.path();
            if (path.endsWith("index.html")) {
                return "\n- Open `" + path + "` in a browser.";
            }
            if (path.equals("package.json")) {
                return "\n- Run `npm install`, then `npm start`.";
            }
            if (path.equals("pom.xml")) {
                return "\n- Run `mvn verify`.";
            }
        }
        boolean requirements = files.stream().anyMatch(file -> file.path().equals("requirements.txt"));
        return files.stream().map(file -> command(file.path())).filter(line -> !line.isEmpty()).findFirst()
                .map(line -> "\n- Run `" + (requirements ? "pip install -r requirements.txt && " : "") + line + "`.")
                .orElse("");
    }

    private static String command(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "py" -> "python " + path;
            case "js", "mjs" -> "node " + path;
            case "java" -> "java " + path;
            case "go" -> "go run " + path;
            case "rb" -> "ruby " + path;
            case "sh" -> "bash " + path;
            case "php" -> "php " + path;
            case "lua" -> "lua " + path;
            default -> "";
        };
    }
}
