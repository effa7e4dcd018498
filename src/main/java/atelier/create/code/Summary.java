package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.check.ProjectChecks.Report;
import java.util.List;

/// What a person reads beside the files.
final class Summary {
    private static final int LONGEST = 6_000;

    private Summary() {}

    static String of(Extraction extraction, Report report) {
        var explanation = extraction.explanation().length() <= LONGEST
                ? extraction.explanation()
                : extraction.explanation().substring(0, LONGEST).stripTrailing() + "\u2026";
        var text = new StringBuilder(explanation.isBlank() ? "Here it is." : explanation);
        text.append("\n\n**Files**");
        for (var file : extraction.files()) {
            text.append("\n- `").append(file.path()).append("` ")
                    .append(report.passed(file.path()) ? "\u2713" : "\u2717");
        }
        if (!report.passed()) {
            text.append("\n\n**Still wrong after one repair**");
            for (var finding : report.findings().stream().limit(8).toList()) {
                text.append("\n- `").append(finding.path()).append("` ").append(finding.problem());
            }
        }
        text.append("\n\n**Next steps**").append(report.passed()
                ? start(extraction.files())
                : "\n- Press Regenerate for another try.")
                .append("\n- Reply to this message with what should be different.");
        return text.toString();
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
