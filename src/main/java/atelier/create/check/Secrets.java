package atelier.create.check;

import atelier.create.ExtractedFile;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Keys and tokens that must not stand in code.
final class Secrets {
    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();
    private static final Pattern PLACEHOLDER = Pattern
            .compile("(?i).*(?:your|example|xxxx|placeholder|changeme|dummy|1234567890|abcdef|\\.{3}|<|test).*");
    private static final int LONGEST_LINE = 4_000;

    static {
        PATTERNS.put("private", Pattern.compile("-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----"));
        PATTERNS.put("model",
                Pattern.compile("\\bsk-(?:[a-z]{2,6}[0-9]{0,2}-)?[A-Za-z0-9_-]{20,200}"));
        PATTERNS.put("google", Pattern.compile("\\bAIza[0-9A-Za-z_-]{35}"));
        PATTERNS.put("aws", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"));
        PATTERNS.put("github",
                Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40,90})"));
        PATTERNS.put("slack", Pattern.compile("\\bxox[baprs]-[0-9A-Za-z-]{10,80}"));
        PATTERNS.put("telegram", Pattern.compile("\\b[0-9]{8,10}:[A-Za-z0-9_-]{35}\\b"));
        PATTERNS.put("discord",
                Pattern.compile("\\b[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}\\b"));
        PATTERNS.put("stripe", Pattern.compile("\\b[sr]k_live_[0-9A-Za-z]{20,100}"));
    }

    private Secrets() {}

    static List<Finding> findings(List<ExtractedFile> files) {
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            int number = 0;
            for (var line : file.content().split("\n", -1)) {
                number++;
                scan(file.path(), number, line, findings);
            }
        }
        return findings;
    }

    private static void scan(String path, int number, String line, List<Finding> findings) {
        for (int start = 0; start < line.length(); start += LONGEST_LINE) {
            var part = line.substring(start, Math.min(line.length(), start + LONGEST_LINE + 200));
            for (var entry : PATTERNS.entrySet()) {
                var found = entry.getValue().matcher(part);
                if (found.find() && !PLACEHOLDER.matcher(found.group()).matches()) {
                    findings.add(new Finding(ProjectChecks.SECRETS, path, Sentence.of("check.secret", "what",
                            entry.getKey(), "line", Integer.toString(number))));
                    return;
                }
            }
        }
    }
}
