package atelier.create.design;

import atelier.create.game.Archetype;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Well-known names that are not ours to use. From `trademarks.txt`; a `?` marks those that are plain words too.
final class Trademarks {
    private static final List<String> COMPARISONS = List.of("like %s", "%s clone", "clone of %s", "%s like",
            "%s style", "wie %s", "como %s", "comme %s", "как %s", "%s game", "super %s", "%s spiel", "similar to %s",
            "klon von %s", "clon de %s", "clone de %s", "version of %s", "remake of %s", "%s remake", "based on %s",
            "juego de %s", "jeu de %s", "jogo do %s", "jogo de %s", "inspired by %s");

    /// @param name as words, in lower case
    record Mark(String name, boolean plain, String genre, Optional<Archetype> archetype) {
        private boolean isIn(Spoken spoken) {
            return plain
                    ? COMPARISONS.stream().anyMatch(phrase -> spoken.says(phrase.formatted(name)))
                    : spoken.says(name);
        }

        /// As it is written: with capitals.
        String shown() {
            return Stream.of(name.split(" ", -1)).map(word -> word.isEmpty()
                    ? word
                    : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining(" "));
        }
    }

    private static final List<Mark> ALL = Table.rows("trademarks.txt").stream()
            .map(row -> new Mark(row.get(0).replace("?", ""), row.get(0).startsWith("?"), row.get(1),
                    Archetype.of(row.get(2))))
            .sorted(Comparator.comparingInt((Mark mark) -> -mark.name().length())).toList();

    private Trademarks() {}

    static int count() {
        return ALL.size();
    }

    /// The longest name somebody asks for.
    static Optional<Mark> in(Spoken spoken) {
        return ALL.stream().filter(mark -> mark.isIn(spoken)).findFirst();
    }

    /// Whether a text bears such a name; `asked` counts though it is a plain word elsewhere.
    static boolean isIn(String text, Optional<Mark> asked) {
        var spoken = Spoken.of(text);
        return asked.filter(mark -> spoken.says(mark.name())).isPresent()
                || ALL.stream().anyMatch(mark -> !mark.plain() && spoken.says(mark.name()));
    }
}
