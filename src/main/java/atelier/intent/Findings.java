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
    private static final String BREAKS = ".,;:!?\n()–—…。，；：！？、";
    /// Most words between two that belong together.
    private static final int NEAR = 4;

    private final List<Token> tokens;
    private final List<Hit> hits;
    private final Map<String, List<Hit>> byConcept = new HashMap<>();

    Findings(String clean) {
        tokens = Lexicon.ALL.spelled(Words.tokens(clean));
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

    /// The parts of a text of several: split at punctuation, and before a request in the middle of it.
    List<String> clauses(String clean) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 1; i < tokens.size(); i++) {
            int start = tokens.get(i).start();
            int end = tokens.get(i - 1).start() + tokens.get(i - 1).original().length();
            int place = i;
            boolean asks = all("canq").stream().anyMatch(hit -> hit.start() == place);
            if (asks || clean.substring(end, start).chars().anyMatch(c -> BREAKS.indexOf(c) >= 0)) {
                parts.add(clean.substring(from, start));
                from = start;
            }
        }
        parts.add(clean.substring(from));
        return parts.size() == 1 ? List.of() : parts;
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

    /// Whether phrases of both concepts stand close together, in either order: "delete all of my old chats".
    boolean near(String one, String other) {
        for (var a : all(one)) {
            for (var b : all(other)) {
                int gap = Math.max(a.start(), b.start()) - Math.min(a.end(), b.end());
                if (gap >= 0 && gap <= NEAR) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a token with this text stands at the place.
    boolean isAt(int place, String text) {
        return place >= 0 && place < tokens.size() && tokens.get(place).text().equals(text);
    }
}
