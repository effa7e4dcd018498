package atelier.intent;

import atelier.intent.Lexicon.Hit;
import atelier.intent.Words.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The phrases found in one text, to be asked about.
final class Findings {
    private final List<Token> tokens;
    private final List<Hit> hits;
    private final Map<String, List<Hit>> byConcept = new HashMap<>();

    Findings(String clean) {
        tokens = Words.tokens(clean);
        hits = withoutNotes(Lexicon.ALL.find(tokens));
        for (var hit : hits) {
            byConcept.computeIfAbsent(hit.concept(), k -> new ArrayList<>()).add(hit);
        }
    }

    /// "In C minor" names no programming language.
    private static List<Hit> withoutNotes(List<Hit> hits) {
        var modes = hits.stream().filter(hit -> hit.concept().equals("scale")).map(Hit::start).toList();
        return hits.stream().filter(hit -> !hit.concept().equals("lang") || !modes.contains(hit.end())).toList();
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Hit> hits() {
        return hits;
    }

    List<Hit> all(String concept) {
        return byConcept.getOrDefault(concept, List.of());
    }

    @Nullable
    Hit first(String concept) {
        var all = all(concept);
        return all.isEmpty() ? null : all.getFirst();
    }

    boolean has(String concept) {
        return byConcept.containsKey(concept);
    }

    /// Value of the first hit, or null.
    @Nullable
    String value(String concept) {
        var first = first(concept);
        return first == null ? null : first.value();
    }

    /// Which tokens are part of a phrase of one of these concepts.
    boolean[] covered(Iterable<String> concepts) {
        var covered = new boolean[tokens.size()];
        for (var concept : concepts) {
            for (var hit : all(concept)) {
                java.util.Arrays.fill(covered, hit.start(), hit.end(), true);
            }
        }
        return covered;
    }

    /// Whether a token with this text stands at the place.
    boolean isAt(int place, String text) {
        return place >= 0 && place < tokens.size() && tokens.get(place).text().equals(text);
    }
}
