package atelier.intent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The tables of utterances beside the tests. Columns: kind, text (`\n`, `\t` escaped), situation, entities expected.
record Utterances(List<Line> lines) {
    record Line(Intent.Kind kind, String text, Situation situation, Map<String, String> entities) {}

    static Utterances read(String resource) throws IOException {
        try (var stream = Objects.requireNonNull(Utterances.class.getResourceAsStream(resource))) {
            var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Utterances(text.lines().filter(line -> !line.startsWith("#")).filter(line -> !line.isBlank())
                    .map(Utterances::line).toList());
        }
    }

    private static Line line(String line) {
        var columns = line.split("\t", -1);
        var text = columns.length > 1 ? columns[1].replace("\\n", "\n").replace("\\t", "\t") : "";
        var entities = new TreeMap<String, String>();
        for (var pair : columns.length > 3 ? columns[3].split(" ", -1) : new String[0]) {
            entities.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return new Line(Intent.Kind.valueOf(columns[0]), text, situation(columns.length > 2 ? columns[2] : ""),
                entities);
    }

    private static Situation situation(String column) {
        Situation.Artifact last = null;
        Situation.File file = null;
        for (var word : column.split(" ", -1)) {
            var upper = word.substring(word.indexOf('=') + 1).toUpperCase(Locale.ROOT);
            last = word.startsWith("last=") ? Situation.Artifact.valueOf(upper) : last;
            file = word.startsWith("attachment=") ? Situation.File.valueOf(upper) : file;
        }
        return new Situation(last, file, column.contains("running"));
    }

    /// What the parser gets wrong, one sentence each.
    List<String> misunderstood(IntentParser parser) {
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            var parsed = parser.parse(line.text(), null, line.situation());
            if (parsed.intent().kind() != line.kind()) {
                wrong.add("%s, not %s: %s %s".formatted(parsed.intent().kind(), line.kind(), line.text(),
                        line.situation()));
            }
        }
        return wrong;
    }

    /// The expected entities the parser does not find, one sentence each.
    List<String> missed(IntentParser parser) {
        var missed = new ArrayList<String>();
        for (var line : lines) {
            var found = parser.parse(line.text(), null, line.situation()).entities();
            line.entities().forEach((name, value) -> {
                if (!value.equals(String.valueOf(found.get(name)))) {
                    missed.add("%s=%s, not %s: %s".formatted(name, found.get(name), value, line.text()));
                }
            });
        }
        return missed;
    }
}
