package atelier.create.design;

import atelier.create.game.GameDesign.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A world a game may play in, with everything that has to be named in it. From `themes.txt`.
record Theme(String id, List<String> words, Look look, List<Cast> heroes, List<Cast> friends, List<Cast> foes,
        String prize, List<String> places, List<String> firsts, Map<String, List<String>> titles,
        Map<String, String> premises, List<String> themes) {
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

    List<String> titles(Tongue tongue) {
        return in(titles, tongue);
    }

    String premise(Tongue tongue) {
        return in(premises, tongue);
    }

    private static <T> T in(Map<String, T> texts, Tongue tongue) {
        var english = Objects.requireNonNull(texts.get(""));
        return switch (tongue) {
            case GERMAN -> texts.getOrDefault("de", english);
            case SPANISH -> texts.getOrDefault("es", english);
            case ENGLISH, FRENCH, PORTUGUESE, RUSSIAN, CHINESE -> english;
        };
    }

    private static List<Theme> read() {
        var all = new ArrayList<Theme>();
        Map<String, List<String>> section = new HashMap<>();
        var name = "";
        for (var line : Table.lines("themes.txt")) {
            if (line.startsWith("[")) {
                if (!name.isEmpty()) {
                    all.add(theme(name, section));
                }
                name = line.substring(1, line.length() - 1);
                section = new HashMap<>();
                continue;
            }
            var parts = Table.cells(line, " = ");
            section.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>()).add(parts.getLast());
        }
        all.add(theme(name, section));
        return List.copyOf(all);
    }

    private static Theme theme(String id, Map<String, List<String>> section) {
        var colours = Table.cells(one(section, "look"), " ");
        return new Theme(id, list(section, "words"),
                new Look(colours.get(0), colours.get(1), colours.get(2), colours.get(3), colours.get(4),
                        colours.get(5)),
                casts(section, "hero"), casts(section, "friend"), casts(section, "foe"), one(section, "prize"),
                list(section, "place"), list(section, "first"),
                Map.of("", list(section, "title"), "de", list(section, "title.de"), "es", list(section, "title.es")),
                Map.of("", one(section, "premise"), "de", one(section, "premise.de"), "es",
                        one(section, "premise.es")),
                list(section, "themes"));
    }

    private static List<String> lines(Map<String, List<String>> section, String key) {
        var lines = section.get(key);
        if (lines == null) {
            throw new IllegalStateException("a theme without " + key);
        }
        return lines;
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
