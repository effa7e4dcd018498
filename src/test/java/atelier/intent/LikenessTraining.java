package atelier.intent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Learns `weights.txt` anew from tables of utterances: `LikenessTraining OUT TABLE...`. Run by hand when words or rules
/// have changed; the same tables give the same weights.
public final class LikenessTraining {
    private static final int ROUNDS = 14;
    private static final int KINDS = Likeness.KINDS.size();

    private record Lesson(Set<String> features, int kind) {}

    private LikenessTraining() {}

    public static void main(String[] arguments) throws IOException {
        var lessons = new ArrayList<Lesson>();
        for (var table : List.of(arguments).subList(1, arguments.length)) {
            Utterances.read(table + ".tsv").lines().forEach(line -> lessons.add(lesson(line)));
        }
        var seen = new HashMap<String, Integer>();
        lessons.forEach(lesson -> lesson.features().forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        lessons.forEach(lesson -> lesson.features().removeIf(feature -> seen.getOrDefault(feature, 0) < 2));
        write(Path.of(arguments[0]), learn(lessons));
    }

    private static Lesson lesson(Utterances.Line line) {
        var paste = Paste.in(line.text());
        var file = line.situation().attachment() != null ? line.situation().attachment() : paste.kind();
        var reading = new Reading(Words.clean(paste.prose()), line.situation(), file);
        return new Lesson(Likeness.features(reading), Likeness.KINDS.indexOf(line.kind()));
    }

    /// Softmax regression by gradient descent, a lesson at a time, with a little forgetting.
    private static Map<String, double[]> learn(List<Lesson> lessons) {
        var weights = new HashMap<String, double[]>();
        var random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(lessons, random);
            double rate = 0.3 / (1 + 0.1 * round);
            for (var lesson : lessons) {
                var shares = Likeness.shares(lesson.features(), weights);
                shares[lesson.kind()] -= 1;
                for (var feature : lesson.features()) {
                    var row = weights.computeIfAbsent(feature, f -> new double[KINDS]);
                    for (int kind = 0; kind < KINDS; kind++) {
                        row[kind] -= rate * (shares[kind] + 0.0005 * row[kind]);
                    }
                }
            }
        }
        return weights;
    }

    private static void write(Path out, Map<String, double[]> weights) throws IOException {
        var text = new StringBuilder("# How much each feature speaks for each kind. Learned by LikenessTraining.\n");
        new TreeMap<>(weights).forEach((feature, row) -> {
            var line = new StringBuilder(feature);
            for (var kind : Likeness.KINDS) {
                var rounded = String.format(Locale.ROOT, "%.1f", row[Likeness.KINDS.indexOf(kind)]);
                if (!rounded.equals("0.0") && !rounded.equals("-0.0")) {
                    line.append('\t').append(kind).append('=').append(rounded);
                }
            }
            if (line.length() > feature.length()) {
                text.append(line).append('\n');
            }
        });
        Files.writeString(out, text);
    }
}
