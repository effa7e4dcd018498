package atelier.create.check;

import atelier.create.ExtractedFile;
import atelier.language.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a page would fetch from elsewhere though it was promised to stand alone. Links to follow by hand are no finding.
final class SelfContained {
    private static final String ADDRESS = "((?:https?:|wss?:)?//[^\"'`\\s)<>]{1,300})";
    private static final List<Pattern> FETCHED = List.of(
            Pattern.compile(
                    "(?i)<(?:script|img|iframe|audio|video|source|embed|track|input|image|use)\\b[^<>]{0,400}?\\s"
                            + "(?:src|data|href|xlink:href|poster)\\s{0,2}=\\s{0,2}[\"']?" + ADDRESS),
            Pattern.compile("(?i)<link\\b[^<>]{0,400}?\\shref\\s{0,2}=\\s{0,2}[\"']?" + ADDRESS),
            Pattern.compile("(?i)(?:url\\(\\s{0,2}|@import\\s{1,2})[\"']?" + ADDRESS),
            Pattern.compile("\\b(?:from|import|fetch|importScripts|WebSocket|EventSource|Worker|loadFont|Audio)"
                    + "\\s{0,2}\\(?\\s{0,2}[\"'`]" + ADDRESS),
            Pattern.compile("\\.(?:src|open)\\s{0,2}(?:=|\\(\\s{0,2}[\"'][A-Z]{3,6}[\"'],)\\s{0,2}[\"'`]" + ADDRESS));

    private SelfContained() {}

    static List<Finding> findings(List<ExtractedFile> files) {
        var findings = new ArrayList<Finding>();
        for (var file : files) {
            if (file.language().matches("html|css|scss|javascript|typescript|jsx|tsx")) {
                for (var pattern : FETCHED) {
                    pattern.matcher(file.content()).results().limit(5)
                            .map(one -> new Finding(ProjectChecks.SELF_CONTAINED, file.path(),
                                    Sentence.of("check.line", "line",
                                            Integer.toString(line(file.content(), one.start())), "problem",
                                            Sentence.of("check.fetches", "address", one.group(1)))))
                            .forEach(findings::add);
                }
            }
        }
        return findings;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
    }
}
