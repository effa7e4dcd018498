package atelier.create.design;

import atelier.create.game.GameDesign.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A world a game may play in, with everything that has to be named in it, in English. From `themes.txt`; see [Scenery] for the
/// other languages.
record Theme(String id, List<String> words, Look look, List<Cast> heroes, List<Cast> friends, List<Cast> foes,
        String prize, List<String> places, List<String> firsts, List<String> titles, String premise,
        List<String> themes) {
    /// Names that share a sprite.
    record Cast(String sprite, List<String> names) {}

    static final List<Theme> ALL = read();

    /// The one whose words are said at greatest length.
    static Optional<Theme> in(Spoken spoken) {
        Theme best = null;
        int most = 0;
        for (var theme : ALL) {
            int length = spoken.longest(theme.words);
            if (length > most) {
                most = length;
                best = theme;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Theme> read() {
        var all = new ArrayList<Theme>();
        Table.sections("themes.txt").forEach((id, section) -> all.add(theme(id, section)));
        return List.copyOf(all);
    }

    private static Theme theme(String id, Map<String, List<String>> section) {
        var colours = Table.cells(one(section, "look"), " ");
        return new Theme(id, list(section, "words"),
                new Look(colours.get(0), colours.get(1), colours.get(2), colours.get(3), colours.get(4),
                        colours.get(5)),
                casts(section, "hero"), casts(section, "friend"), casts(section, "foe"), one(section, "prize"),
                list(section, "place"), list(section, "first"), list(section, "title"), one(section, "premise"),
                list(section, "themes"));
    }

    private static List<String> lines(Map<String, List<String>> section, String key) {
        return Objects.requireNonNull(section.get(key), key);
    }

    private static String one(Map<String, List<String>> section, String key) {
        return lines(section, key).getFirst();
    }

    private static List<String> list(Map<String, List<String>> section, String key) {
        return Table.cells(one(section, key), ",");
    }

    private static List<Cast> casts(Map<String, List<String>> section, String key) {
        return lines(section, key).stream().map(line -> Table.cells(line, ":"))
                .map(parts -> new Cast(parts.getFirst(), Table.cells(parts.getLast(), ","))).toList();
    }
}
