package atelier.create.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A design as one page that plays itself in any browser: no address, no file, no permission is needed beyond inline script
/// and style. The script is our own, see `web/` beside this class: a small engine and one file an archetype.
public final class WebGame {
    /// In the order in which they need each other; the archetype's own file and `runtime.js` follow.
    private static final List<String> ENGINE = List.of("core.js", "sound.js", "sprites.js", "animals.js", "stage.js",
            "input.js");

    /// Longer texts are cut: a page is to be read on a phone, and its size has a limit.
    private static final int LONGEST_TEXT = 600;

    private WebGame() {}

    /// The same design gives the same bytes.
    ///
    /// @return an HTML document in UTF-8, at most 120 kB
    public static byte[] page(GameDesign design) {
        var script = ENGINE.stream().map(WebGame::script).collect(Collectors.joining())
                + (design.archetype() == Archetype.TOP_DOWN ? script("rooms.js") : "")
                + script(design.archetype().id() + ".js") + script("runtime.js");
        // The design goes in last, so that nothing in its texts can be taken for a place to fill.
        return resource("page.html").replace("/*SCRIPT*/", script)
                .replace("<!--TITLE-->", html(clip(design.title())))
                .replace("/*DESIGN*/", embedded(design)).getBytes(StandardCharsets.UTF_8);
    }

    /// JSON that neither ends the script element nor the line it stands on.
    private static String embedded(GameDesign design) {
        var tree = (ObjectNode) clipped(DesignJson.tree(design));
        // As text: a script's numbers would round a long seed.
        return tree.put("seed", Long.toString(design.seed())).toString().replace("<", "\\u003c")
                .replace(">", "\\u003e").replace("&", "\\u0026").replace("//", "\\/\\/")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static JsonNode clipped(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(one -> copy.set(one.getKey(), clipped(one.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(one -> copy.add(clipped(one)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(clip(text.textValue()));
            default -> node;
        };
    }

    private static String clip(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + "…";
    }

    /// What is no letter goes in by its number.
    private static String html(String text) {
        return text.codePoints().mapToObj(c -> Character.isLetterOrDigit(c)
                ? Character.toString(c)
                : Character.isISOControl(c) ? " " : "&#" + c + ";").collect(Collectors.joining());
    }

    /// Without indentation and comments, which only readers of the source need.
    private static String script(String name) {
        return resource(name).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String resource(String name) {
        try (InputStream in = WebGame.class.getResourceAsStream("web/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
