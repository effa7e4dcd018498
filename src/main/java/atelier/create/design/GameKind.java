package atelier.create.design;

import atelier.create.game.Archetype;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of game people ask for, and the archetype that plays it. From `kinds.txt`.
///
/// @param name as people call it, without anybody's trade mark
record GameKind(String name, Archetype archetype, Fit fit, List<String> words) {
    /// How well the archetype plays what was asked for.
    enum Fit {
        SAME, NEAR, FAR
    }

    private static final List<GameKind> ALL = Table.rows("kinds.txt").stream()
            .map(row -> new GameKind(row.get(0), Archetype.of(row.get(1)).orElseThrow(),
                    Fit.valueOf(row.get(2).toUpperCase(Locale.ROOT)), Table.cells(row.get(3), ",")))
            .toList();

    /// The kind whose words are said at greatest length; of equal ones the first in the table.
    static Optional<GameKind> in(Spoken spoken) {
        GameKind best = null;
        int most = 0;
        for (var kind : ALL) {
            int length = spoken.longest(kind.words);
            if (length > most) {
                most = length;
                best = kind;
            }
        }
        return Optional.ofNullable(best);
    }
}
