package atelier.intent;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Learns `weights.bin` anew from the tables of utterances. Run by hand when words, rules, senses, traits or tables have
/// changed, after `mvn test-compile`; the same tables give the same weights:
///
///     java -cp target/classes:target/test-classes atelier.intent.LikenessTraining src/main/resources/atelier/intent/weights.bin
///
/// The tables `blind.tsv` and `blind-two.tsv` are never learned from: they tell how good it became.
public final class LikenessTraining {
    /// The rules were written with these: on them they say nothing about how far to trust the rules.
    static final List<String> RULED_BY = List.of("held-out", "held-out-again", "held-out-third", "seen", "unseen-one",
            "unseen-two", "unseen-three", "unseen-four");
    /// Written after the rules.
    static final List<String> FRESH = List.of("indirect", "train-en", "train-other", "train-border", "train-wide");

    private static final int ROUNDS = 12;
    private static final double RATE = 0.7;
    private static final double CALM = 1e-4;
    private static final double FORGETTING = 1e-5;
    /// Share of the traits that are hidden from a lesson, so that none is relied on alone.
    private static final double HIDDEN = 0.3;
    /// Errors too small to learn from.
    private static final double NEGLIGIBLE = 1e-3;
    private static final int KINDS = Intent.Kind.values().length;

    /// What is known of one trait while learning.
    private static final class Row {
        final float[] weights = new float[KINDS];
        /// Sum of the squares of its steps: what is met often learns slower.
        double steps = CALM;

        void step(double[] errors, double amount, double rate) {
            double square = 0;
            for (double error : errors) {
                square += error * error;
            }
            steps += square * amount * amount;
            double pace = rate / Math.sqrt(steps);
            for (int kind = 0; kind < KINDS; kind++) {
                if (errors[kind] != 0) {
                    weights[kind] -= (float) (pace * (errors[kind] * amount + FORGETTING * weights[kind]));
                }
            }
        }
    }

    record Lesson(Traits traits, int kind) {}

    private LikenessTraining() {}

    public static void main(String[] arguments) throws IOException {
        var lessons = new ArrayList<Lesson>();
        for (var table : RULED_BY) {
            Utterances.read(table + ".tsv").lines().forEach(line -> lessons.add(lesson(line, false)));
        }
        for (var table : FRESH) {
            Utterances.read(table + ".tsv").lines().forEach(line -> lessons.add(lesson(line, true)));
        }
        write(Path.of(arguments[0]), learn(lessons));
    }

    static Lesson lesson(Utterances.Line line, boolean ruled) {
        var said = Utterance.of(line.text().strip(), line.situation());
        return new Lesson(Traits.of(said, ruled ? Decision.ruled(said) : null),
                List.of(Intent.Kind.values()).indexOf(line.kind()));
    }

    /// Softmax regression by gradient descent, a lesson at a time. Traits seen once teach nothing.
    private static Map<Integer, Row> learn(List<Lesson> lessons) {
        var seen = new HashMap<Integer, Integer>();
        lessons.forEach(lesson -> {
            for (int i = 0; i < lesson.traits().size(); i++) {
                seen.merge(lesson.traits().key(i), 1, Integer::sum);
            }
        });
        var rows = new HashMap<Integer, Row>();
        seen.forEach((key, times) -> {
            if (times > 1) {
                rows.put(key, new Row());
            }
        });
        var random = new Random(1);
        var order = new ArrayList<>(lessons);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (var lesson : order) {
                learn(lesson, rows, RATE * (1 - (double) round / ROUNDS), random);
            }
        }
        return rows;
    }

    private static void learn(Lesson lesson, Map<Integer, Row> rows, double rate, Random random) {
        var traits = lesson.traits();
        var sums = new double[KINDS];
        var open = new Row[traits.size()];
        for (int i = 0; i < open.length; i++) {
            var row = rows.get(traits.key(i));
            if (row != null && random.nextDouble() >= HIDDEN) {
                open[i] = row;
                for (int kind = 0; kind < KINDS; kind++) {
                    sums[kind] += row.weights[kind] * traits.amount(i);
                }
            }
        }
        var errors = Likeness.shares(sums);
        errors[lesson.kind()] -= 1;
        for (int kind = 0; kind < KINDS; kind++) {
            errors[kind] = Math.abs(errors[kind]) < NEGLIGIBLE ? 0 : errors[kind];
        }
        for (int i = 0; i < open.length; i++) {
            if (open[i] != null) {
                open[i].step(errors, traits.amount(i), rate);
            }
        }
    }

    /// Writes what [Weights] reads.
    private static void write(Path file, Map<Integer, Row> learned) throws IOException {
        var rows = new TreeMap<>(learned);
        float most = 0;
        for (var row : rows.values()) {
            for (float weight : row.weights) {
                most = Math.max(most, Math.abs(weight));
            }
        }
        float step = most / Byte.MAX_VALUE;
        try (var out = new DataOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file))))) {
            out.writeInt(rows.size());
            out.writeInt(KINDS);
            out.writeFloat(step);
            for (int key : rows.keySet()) {
                out.writeInt(key);
            }
            for (var row : rows.values()) {
                for (float weight : row.weights) {
                    out.writeByte(Math.round(weight / step));
                }
            }
        }
    }
}
