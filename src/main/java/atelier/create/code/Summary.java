package atelier.create.code;

import atelier.create.ExtractedFile;
import atelier.create.check.FileReport;
import atelier.create.check.Finding;
import atelier.create.check.ProjectChecks.Report;
import atelier.language.Phrases;
import java.util.List;

/// What a person reads beside the files.
final class Summary {
    private static final int LONGEST = 6_000;
    private static final int MOST_SINGLE = 10;

    private Summary() {}

    static String of(Extraction extraction, Report report, Phrases phrases) {
        var explanation = extraction.explanation().length() <= LONGEST
                ? extraction.explanation()
                : extraction.explanation().substring(0, LONGEST).stripTrailing() + "\u2026";
        var text = new StringBuilder(explanation.isBlank() ? phrases.say("code.here") : explanation);
        text.append("\n\n").append(phrases.say("code.files")).append(files(report, phrases));
        var loose = report.findings().stream().filter(finding -> report.files().stream()
                .noneMatch(file -> file.path().equals(finding.path()))).limit(MOST_SINGLE).toList();
        loose.forEach(finding -> text.append("\n- \u2717 `").append(finding.path()).append("` \u00B7 ")
                .append(finding.what().in(phrases)));
        if (!report.passed()) {
            text.append("\n\n").append(phrases.say("code.still-wrong"));
        }
        text.append("\n\n").append(phrases.say("code.next"))
                .append(report.passed()
                        ? start(extraction.files(), phrases)
                        : "\n- " + phrases.say("code.next.again", "button", phrases.say("job.button.regenerate")))
                .append("\n- ").append(phrases.say("code.next.reply"));
        return text.toString();
    }

    /// Each file with its outcome; of many only the broken ones singly.
    private static String files(Report report, Phrases phrases) {
        boolean many = report.files().size() > MOST_SINGLE;
        var text = new StringBuilder();
        int right = 0;
        int lines = 0;
        for (var file : report.files()) {
            if (many && file.passed()) {
                right++;
                lines += file.lines();
            } else {
                text.append("\n- ").append(line(file, phrases));
            }
        }
        return right == 0
                ? text.toString()
                : text.insert(0, "\n- \u2713 " + phrases.say("code.right", "files", right, "lines", lines)).toString();
    }

    private static String line(FileReport file, Phrases phrases) {
        var name = (file.passed() ? "\u2713" : "\u2717") + " `" + file.path() + "` \u00B7 ";
        if (file.passed()) {
            return name + phrases.say("code.lines", "count", file.lines()) + " \u00B7 " + file.evidence().in(phrases);
        }
        var problems = file.findings().stream().map(Finding::what).distinct().map(it -> it.in(phrases)).toList();
        return name + String.join("; ", problems.subList(0, Math.min(3, problems.size())))
                + (problems.size() > 3 ? phrases.say("code.more", "count", problems.size() - 3) : "");
    }

    private static String start(List<ExtractedFile> files, Phrases phrases) {
        for (var file : files) {
            var path = file.path();
            if (path.endsWith("index.html")) {
                return "\n- " + phrases.say("code.open", "file", path);
            }
            if (path.equals("package.json")) {
                return "\n- " + phrases.say("code.run.two", "first", "npm install", "then", "npm start");
            }
            if (path.equals("pom.xml")) {
                return "\n- " + phrases.say("code.run", "command", "mvn verify");
            }
        }
        boolean requirements = files.stream().anyMatch(file -> file.path().equals("requirements.txt"));
        return files.stream().map(file -> command(file.path())).filter(line -> !line.isEmpty()).findFirst()
                .map(line -> "\n- " + phrases.say("code.run", "command",
                        (requirements ? "pip install -r requirements.txt && " : "") + line))
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
