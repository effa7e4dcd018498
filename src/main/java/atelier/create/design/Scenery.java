package atelier.create.design;

import atelier.create.design.Theme.Cast;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A [Theme] in the language of the person: all that is named and told in it. From `worlds/`, one file a language.
///
/// @param level how a level is called: `{place}` and `{how}` are filled in
/// @param hows  the last one for the last level
record Scenery(List<Cast> heroes, List<Cast> friends, List<Cast> foes, String prize, String level, List<String> places,
        List<String> hows, List<String> titles, String premise, List<String> themes) {
    private static final Map<Tongue, Map<String, Map<String, List<String>>>> WORLDS = new EnumMap<>(Tongue.class);

    static {
        for (var tongue : Tongue.values()) {
            if (tongue != Tongue.ENGLISH) {
                WORLDS.put(tongue, Table.sections("worlds/" + tongue.code() + ".txt"));
            }
        }
    }

    static Scenery of(Theme theme, Tongue tongue) {
        if (tongue == Tongue.ENGLISH) {
            return new Scenery(theme.heroes(), theme.friends(), theme.foes(), theme.prize(), "{how} {place}",
                    theme.places(), theme.firsts(), theme.titles(), theme.premise(), theme.themes());
        }
        var world = Objects.requireNonNull(WORLDS.get(tongue));
        var names = list(world, "", "names");
        var foes = list(world, theme.id(), "foe");
        var named = new ArrayList<Cast>();
        for (int i = 0; i < theme.foes().size(); i++) {
            named.add(new Cast(theme.foes().get(i).sprite(), List.of(foes.get(i))));
        }
        return new Scenery(named(theme.heroes(), names), named(theme.friends(), names), named, "",
                line(world, "", "level"), list(world, theme.id(), "place"), list(world, "", "how"),
                list(world, theme.id(), "title"), line(world, theme.id(), "premise"),
                list(world, theme.id(), "themes"));
    }

    private static List<Cast> named(List<Cast> casts, List<String> names) {
        return casts.stream().map(cast -> new Cast(cast.sprite(), names)).toList();
    }

    private static String line(Map<String, Map<String, List<String>>> world, String section, String key) {
        return Objects.requireNonNull(Objects.requireNonNull(world.get(section), section).get(key), key).getFirst();
    }

    private static List<String> list(Map<String, Map<String, List<String>>> world, String section, String key) {
        return Table.cells(line(world, section, key), ",");
    }
}
