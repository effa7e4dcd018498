package atelier.create.design;

import atelier.create.design.Sketch.Act;
import atelier.create.design.Sketch.Colours;
import atelier.create.design.Sketch.Level;
import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameDesign.Mechanic;
import atelier.create.json.LenientJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Finds a [Sketch] in whatever a model answered. Never throws; what cannot be understood counts as not said.
final class SketchReader {
    private static final Set<String> KEYS = Set.of("title", "description", "archetype", "story", "mechanics",
            "protagonist", "others", "levels", "look", "beyond", "premise", "acts", "name", "characters", "colors",
            "colours", "genre", "hero");
    private static final Set<String> NOTHING = Set.of("none", "n/a", "nothing", "null", "-", "no", "keine", "ninguno",
            "nichts", "nada", "rien", "empty", "not applicable");
    private static final int MOST = 40;
    private static final int LONGEST = 300_000;

    private SketchReader() {}

    static Sketch read(String answer) {
        return LenientJson.objects(withoutThinking(answer)).stream().flatMap(SketchReader::candidates)
                .max(Comparator.comparingLong(SketchReader::known)).filter(node -> known(node) >= 2)
                .map(SketchReader::sketch).orElse(Sketch.EMPTY);
    }

    private static String withoutThinking(String answer) {
        var text = answer.length() <= LONGEST ? answer : answer.substring(0, LONGEST);
        int end = Math.max(text.lastIndexOf("</think>"), text.lastIndexOf("</thinking>"));
        return end < 0 || text.indexOf('{', end) < 0 ? text : text.substring(end);
    }

    /// The object itself and those it wraps, as in `{"design": {…}}`.
    private static Stream<JsonNode> candidates(JsonNode node) {
        return Stream.concat(Stream.of(node),
                StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject));
    }

    private static long known(JsonNode node) {
        return KEYS.stream().filter(node::has).count();
    }

    private static Sketch sketch(JsonNode node) {
        var story = node.path("story").isObject() ? node.path("story") : node;
        return new Sketch(text(node, "title", "name"), text(node, "description", "summary"),
                text(node, "archetype", "genre", "kind", "type"), premise(node, story),
                list(story, "acts").map(SketchReader::act).toList(),
                list(story, "themes").map(one -> text(one)).filter(theme -> !theme.isBlank()).toList(),
                list(node, "mechanics").map(SketchReader::mechanic).toList(), figures(node),
                list(node, "levels").map(SketchReader::level).toList(),
                colours(first(node, "look", "colors", "colours", "palette")),
                list(node, "beyond").map(one -> text(one).strip()).filter(SketchReader::isWish).toList());
    }

    private static String premise(JsonNode node, JsonNode story) {
        var premise = text(story, "premise", "plot");
        return premise.isBlank() ? text(node.path("story")) : premise;
    }

    private static boolean isWish(String text) {
        var word = text.toLowerCase(Locale.ROOT).replaceAll("[.!]$", "");
        return word.length() >= 3 && !NOTHING.contains(word) && !word.startsWith("none ");
    }

    private static Act act(JsonNode node) {
        return node.isObject()
                ? new Act(text(node, "title", "name"), text(node, "summary", "description"),
                        (int) number(node, 0, "lastLevel", "last_level", "last"))
                : new Act(text(node), "", 0);
    }

    private static Mechanic mechanic(JsonNode node) {
        return node.isObject()
                ? new Mechanic(text(node, "id", "mechanic", "key"), text(node, "name", "title"),
                        text(node, "rule", "description", "rules"))
                : new Mechanic(text(node), "", "");
    }

    private static List<Figure> figures(JsonNode node) {
        var figures = new ArrayList<Figure>();
        var hero = first(node, "protagonist", "hero", "player");
        if (!hero.isMissingNode()) {
            figures.add(figure(hero, "hero"));
        }
        Stream.of("others", "characters", "figures", "npcs", "enemies").flatMap(key -> list(node, key))
                .limit(MOST).forEach(one -> figures.add(figure(one, "")));
        return figures;
    }

    private static Figure figure(JsonNode node, String role) {
        if (!node.isObject()) {
            return new Figure(text(node), role, "", "");
        }
        return new Figure(text(node, "name", "title"), role.isEmpty() ? text(node, "role", "type") : role,
                text(node, "description", "summary"), text(node, "sprite", "look", "appearance"));
    }

    private static Level level(JsonNode node) {
        return node.isObject()
                ? new Level(text(node, "name", "title"), text(node, "objective", "goal", "description"),
                        number(node, Double.NaN, "difficulty"))
                : new Level(text(node), "", Double.NaN);
    }

    private static Colours colours(JsonNode node) {
        return new Colours(text(node, "background", "bg"), text(node, "surface", "panel"),
                text(node, "hero", "player"), text(node, "foe", "enemy"), text(node, "prize", "accent"),
                text(node, "text", "foreground"));
    }

    private static JsonNode first(JsonNode node, String... keys) {
        return Stream.of(keys).map(node::path).filter(one -> !one.isMissingNode() && !one.isNull()).findFirst()
                .orElse(node.path("\0"));
    }

    private static Stream<JsonNode> list(JsonNode node, String key) {
        var list = node.path(key);
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false).limit(MOST) : Stream.empty();
    }

    private static String text(JsonNode node, String... keys) {
        return text(first(node, keys));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static double number(JsonNode node, double otherwise, String... keys) {
        var found = first(node, keys);
        if (found.isTextual() && found.textValue().strip().matches("\\d{1,4}")) {
            return Integer.parseInt(found.textValue().strip());
        }
        return found.isNumber() && Math.abs(found.asDouble()) < 1e6 ? found.asDouble() : otherwise;
    }
}
