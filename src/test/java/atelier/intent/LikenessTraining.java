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

/// Learns `weights.bin` anew from the tables of utterances: `LikenessTraining OUT`. Run by hand when words, rules or traits
/// have changed; the same tables give the same weights.
public final class LikenessTraining {
    /// The rules were written with these: on them they say nothing about how far to trust the rules.
    static final List<String> RULED_BY = List.of("held-out", "held-out-again", "held-out-third", "seen", "unseen-one",
            "unseen-two", "unseen-three", "unseen-four");
    /// Written after the rules.
    static final List<String> FRESH = List.of("indirect", "train-en", "train-other", "train-border");

    private static final int ROUNDS = 20;
    private static final double RATE = 0.5;
    private static final double FORGETTING = 1e-5;
    /// Share of the traits that are hidden from a lesson, so that none is relied on alone.
    private static final double HIDDEN = 0.3;
    private static final int KINDS = Intent.Kind.values().length;

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
    static Map<Integer, float[]> learn(List<Lesson> lessons) {
        var seen = new HashMap<Integer, Integer>();
        lessons.forEach(lesson -> {
            for (int i = 0; i < lesson.traits().size(); i++) {
                seen.merge(lesson.traits().key(i), 1, Integer::sum);
            }
        });
        var weights = new HashMap<Integer, float[]>();
        seen.forEach((key, times) -> {
            if (times > 1) {
                weights.put(key, new float[KINDS]);
            }
        });
        var random = new Random(1);
        var order = new ArrayList<>(lessons);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (var lesson : order) {
                learn(lesson, weights, RATE * (1 - (double) round / ROUNDS), random);
            }
        }
        return weights;
    }

    private static void learn(Lesson lesson, Map<Integer, float[]> weights, double rate, Random random) {
        var traits = lesson.traits();
        var rows = new float[traits.size()][];
        for (int i = 0; i < rows.length; i++) {
            var row = weights.get(traits.key(i));
            rows[i] = row == null || random.nextDouble() < HIDDEN ? new float[0] : row;
        }
        var errors = shares(rows, traits);
        errors[lesson.kind()] -= 1;
        for (int i = 0; i < rows.length; i++) {
            for (int kind = 0; kind < rows[i].length; kind++) {
                rows[i][kind] -= (float) (rate
                        * (errors[kind] * traits.amount(i) + FORGETTING * rows[i][kind]));
            }
        }
    }

    static double[] shares(float[][] rows, Traits traits) {
        var sums = new double[KINDS];
        for (int i = 0; i < rows.length; i++) {
            for (int kind = 0; kind < rows[i].length; kind++) {
                sums[kind] += rows[i][kind] * traits.amount(i);
            }
        }
        return Likeness.of(sums).shares();
    }

    /// Writes what [Weights] reads.
    private static void write(Path file, Map<Integer, float[]> weights) throws IOException {
        var rows = new TreeMap<>(weights);
        float most = 0;
        for (var row : rows.values()) {
            for (float weight : row) {
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
                for (float weight : row) {
                    out.writeByte(Math.round(weight / step));
                }
            }
        }
    }
}
