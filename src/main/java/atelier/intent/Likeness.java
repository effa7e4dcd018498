package atelier.intent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an utterance that no rule knows is most like: a linear model over its facts and words, learned from the tables of
/// utterances beside the tests and kept in `weights.txt`. To be learned again when words or rules change.
final class Likeness {
    /// @param share of the likeness of all kinds together, 0 to 1
    record Guess(Intent.Kind kind, double share) {}

    /// Concepts whose value tells the kind.
    private static final List<String> VALUED = List.of("act:", "head:", "has:", "start:", "only:", "last:", "usage:",
            "account:", "history:");
    private static final int STEM = 5;
    /// The columns of the weights.
    static final List<Intent.Kind> KINDS = List.of(Intent.Kind.values());
    private static final Map<String, double[]> WEIGHTS = read();

    private Likeness() {}

    static Guess of(Reading reading) {
        return best(features(reading), WEIGHTS);
    }

    /// What is looked at: the facts, the words and their beginnings, the length.
    static Set<String> features(Reading reading) {
        var features = new LinkedHashSet<String>();
        features.add("any");
        features.add("long" + Math.min(5, reading.length() / 3));
        reading.facts.stream().filter(fact -> fact.indexOf(':') < 0 || VALUED.stream().anyMatch(fact::startsWith))
                .sorted().forEach(fact -> features.add("fact " + fact));
        for (var token : reading.findings.tokens()) {
            features.add("word " + token.text());
            if (token.text().length() > STEM) {
                features.add("stem " + token.text().substring(0, STEM));
            }
        }
        return features;
    }

    static Guess best(Set<String> features, Map<String, double[]> weights) {
        var shares = shares(features, weights);
        int best = 0;
        for (int kind = 1; kind < KINDS.size(); kind++) {
            best = shares[kind] > shares[best] ? kind : best;
        }
        return new Guess(KINDS.get(best), shares[best]);
    }

    /// The share of every kind, in the order of `KINDS`.
    static double[] shares(Set<String> features, Map<String, double[]> weights) {
        var shares = new double[KINDS.size()];
        for (var feature : features) {
            var row = weights.get(feature);
            for (int kind = 0; row != null && kind < KINDS.size(); kind++) {
                shares[kind] += row[kind];
            }
        }
        double most = Arrays.stream(shares).max().orElse(0);
        double sum = 0;
        for (int kind = 0; kind < KINDS.size(); kind++) {
            shares[kind] = Math.exp(shares[kind] - most);
            sum += shares[kind];
        }
        for (int kind = 0; kind < KINDS.size(); kind++) {
            shares[kind] /= sum;
        }
        return shares;
    }

    private static Map<String, double[]> read() {
        var weights = new HashMap<String, double[]>();
        for (var line : Lexicon.lines("weights.txt")) {
            var columns = line.split("\t", -1);
            var row = new double[KINDS.size()];
            for (int i = 1; i < columns.length; i++) {
                int equals = columns[i].indexOf('=');
                var kind = Intent.Kind.valueOf(columns[i].substring(0, equals));
                row[KINDS.indexOf(kind)] = Double.parseDouble(columns[i].substring(equals + 1));
            }
            weights.put(columns[0], row);
        }
        return weights;
    }
}
