package atelier.create.game;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What each archetype's skeleton can do, besides its core: lines of `mechanics/`, one file a language, the most fundamental ones
/// first.
public final class Mechanics {
    private static final Map<String, Map<Archetype, List<GameDesign.Mechanic>>> ALL = new ConcurrentHashMap<>();

    private Mechanics() {}

    /// Eight or more a kind, with the English names and rules they bear when nobody gives them others.
    public static List<GameDesign.Mechanic> of(Archetype archetype) {
        return of(archetype, "en");
    }

    /// The same in another language.
    ///
    /// @param language one of [Words#LANGUAGES]; English for any other
    public static List<GameDesign.Mechanic> of(Archetype archetype, String language) {
        return Objects.requireNonNull(ALL.computeIfAbsent(Words.known(language), Mechanics::read).get(archetype));
    }

    private static Map<Archetype, List<GameDesign.Mechanic>> read(String language) {
        var all = new EnumMap<Archetype, List<GameDesign.Mechanic>>(Archetype.class);
        try (InputStream in = Mechanics.class.getResourceAsStream("mechanics/" + language + ".txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                var parts = line.split("\\|", 4);
                var archetype = Archetype.of(parts[0].strip()).orElseThrow();
                all.computeIfAbsent(archetype, _ -> new ArrayList<>())
                        .add(new GameDesign.Mechanic(parts[1].strip(), parts[2].strip(), parts[3].strip()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
