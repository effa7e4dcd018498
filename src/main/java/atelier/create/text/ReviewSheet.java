package atelier.create.text;

import atelier.create.json.LenientJson;
import atelier.create.text.ReviewFinding.Severity;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A review as a model gave it, read: from JSON by the schema where the model kept to it, else from Markdown.
///
/// @param summary what the code does and what is good, as Markdown
/// @param changed path → whole corrected files
/// @param diff    a diff, also made from single edits; may be blank
record ReviewSheet(String summary, List<ReviewFinding> findings, Map<String, String> changed, String diff) {
    /// What the answer should look like.
    static final String SCHEMA = """
            {"type":"object","additionalProperties":false,"required":["summary","findings","good","edits"],"properties":{\
            "summary":{"type":"string"},\
            "findings":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["severity","file","line","problem","fix"],"properties":{\
            "severity":{"type":"string","enum":["critical","high","medium","low"]},"file":{"type":"string"},\
            "line":{"type":"integer"},"problem":{"type":"string"},"fix":{"type":"string"}}}},\
            "good":{"type":"array","items":{"type":"string"}},\
            "edits":{"type":"array","items":{"type":"object","additionalProperties":false,\
            "required":["file","line","before","after"],"properties":{"file":{"type":"string"},"line":{"type":"integer"},\
            "before":{"type":"string"},"after":{"type":"string"}}}}}}""";
    private static final Pattern FINDING = Pattern
            .compile(
                    "(?i)^[\\s>*#\\[(_\\W\\d.]{0,12}(critical|high|medium|low)\\b[\\])*_:\\s\u2014\u2013\u00B7-]{0,12}(.*)$");
    private static final Pattern INDENTED = Pattern.compile("\\s{2,40}+\\S");
    private static final Pattern PLACE = Pattern.compile(
            "(?i)^[`*(\\[]{0,4}([\\w./-]{1,120}\\.\\w{1,8})?[`*)]{0,3}[,:]?\\s{0,2}(?:\\(?(?:lines?|zeilen?|l\\.?)\\s?)?(\\d{1,7})?(?:\\s?[-\u2013]\\s?\\d{1,7})?[`)\\]*]{0,4}\\s{0,2}[:\u2014\u2013\u00B7-]{0,2}\\s{0,2}(.*)$");

    ReviewSheet {
        findings = findings.stream().sorted(Comparator.comparing(ReviewFinding::severity)).toList();
    }

    static ReviewSheet of(String answer) {
        if (!answer.contains("findings")) {
            return markdown(answer);
        }
        for (var object : LenientJson.objects(answer)) {
            // Some wrap what they were asked for.
            var sheet = object.has("findings") ? object : object.path("review");
            if (sheet.path("findings").isArray()) {
                return json(sheet);
            }
        }
        return markdown(answer);
    }

    private static ReviewSheet json(JsonNode answer) {
        var findings = new ArrayList<ReviewFinding>();
        for (var one : answer.path("findings")) {
            var fix = one.path("fix").asText("").strip();
            findings.add(new ReviewFinding(Severity.of(one.path("severity").asText("")),
                    one.path("file").asText("").strip(), one.path("line").asInt(0),
                    one.path("problem").asText("").strip() + (fix.isEmpty() ? "" : " \u2192 " + fix)));
        }
        var summary = new StringBuilder(answer.path("summary").asText("").strip());
        if (!answer.path("good").isEmpty()) {
            summary.append("\n\n**Good**");
            answer.path("good").forEach(one -> summary.append("\n- ").append(one.asText().strip()));
        }
        var diff = new StringBuilder(answer.path("diff").asText(""));
        for (var edit : answer.path("edits")) {
            diff.append("--- a/").append(edit.path("file").asText("")).append("\n+++ b/")
                    .append(edit.path("file").asText("")).append("\n@@ -")
                    .append(Math.max(0, edit.path("line").asInt(0)))
                    .append(",1 +1,1 @@\n").append(prefixed('-', edit.path("before").asText("")))
                    .append(prefixed('+', edit.path("after").asText("")));
        }
        return new ReviewSheet(summary.toString(), findings, Map.of(), diff.toString());
    }

    private static String prefixed(char mark, String text) {
        var lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(mark).append(line).append('\n'));
        return lines.toString();
    }

    private static ReviewSheet markdown(String answer) {
        var changed = new LinkedHashMap<String, String>();
        var diff = new StringBuilder();
        var prose = new StringBuilder();
        int at = 0;
        for (var block : Fenced.in(answer)) {
            var info = block.info();
            var path = info.contains(" ") ? info.substring(info.lastIndexOf(' ') + 1) : "";
            prose.append(answer, at, block.start());
            at = block.end();
            if (info.startsWith("diff") || info.startsWith("patch") || block.content().startsWith("--- ")) {
                diff.append(block.content());
            } else if (path.matches("[\\w./-]{1,200}\\.\\w{1,8}")) {
                changed.put(path, block.content());
            } else {
                prose.append(answer, block.start(), block.end());
            }
        }
        prose.append(answer.substring(at));
        var findings = new ArrayList<ReviewFinding>();
        var rest = new ArrayList<String>();
        for (var line : prose.toString().split("\n", -1)) {
            var found = line.length() < 3_000 ? FINDING.matcher(line) : null;
            if (found != null && found.matches() && !found.group(2).isBlank()) {
                findings.add(finding(found.group(1), found.group(2)));
            } else if (!findings.isEmpty() && INDENTED.matcher(line).lookingAt()) {
                var last = findings.removeLast();
                findings.add(new ReviewFinding(last.severity(), last.file(), last.line(),
                        last.text() + "\n  " + line.strip()));
            } else {
                rest.add(line);
            }
        }
        var summary = String.join("\n", rest).replaceAll("\n{3,20}", "\n\n").strip();
        return new ReviewSheet(summary, findings, changed, diff.toString());
    }

    private static ReviewFinding finding(String severity, String words) {
        var place = PLACE.matcher(words.replace("**", ""));
        if (!place.matches()) {
            return new ReviewFinding(Severity.of(severity), "", 0, words);
        }
        var file = place.group(1) == null ? "" : place.group(1);
        var line = place.group(2) == null ? 0 : Integer.parseInt(place.group(2));
        return new ReviewFinding(Severity.of(severity), file, line, place.group(3).strip());
    }
}
