package atelier.create.design;

import java.util.List;
import java.util.Optional;

/// Engines people name that are not made here. From `engines.txt`.
public final class EngineWords {
    private static final List<String> LEADS = List.of("in", "with", "for", "using", "mit", "für", "en", "con", "para",
            "avec", "pour", "com", "em", "на", "в", "для", "用");
    private static final List<List<String>> ALL = Table.rows("engines.txt");

    private EngineWords() {}

    /// The name of an engine of others that the request asks for.
    public static Optional<String> unknownIn(String request) {
        var spoken = Spoken.of(request);
        return ALL.stream().filter(row -> Table.cells(row.get(1), ",").stream().anyMatch(word -> isSaid(spoken, word)))
                .map(List::getFirst).findFirst();
    }

    private static boolean isSaid(Spoken spoken, String word) {
        if (!word.startsWith("in:")) {
            return spoken.says(word);
        }
        var name = word.substring(3);
        return LEADS.stream().anyMatch(lead -> spoken.says(lead + " " + name));
    }
}
