package atelier.create.game;

import atelier.intent.Complexity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// A design as JSON: the records' own names, the archetype by its id, the complexity in lower case, and `words`: what the game
/// says by itself.
public final class DesignJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private DesignJson() {}

    /// Indented, for people; ends with a line break.
    public static String write(GameDesign design) {
        return tree(design).toPrettyString() + "\n";
    }

    /// What [#write] wrote, or the same from elsewhere; what it does not know is left out.
    ///
    /// @throws IllegalArgumentException when anything a design needs is missing or of the wrong kind
    public static GameDesign read(String json) {
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode tree)) {
                throw new IllegalArgumentException("a design is a JSON object");
            }
            var archetype = tree.path("archetype").asText();
            tree.put("archetype", Archetype.of(archetype)
                    .orElseThrow(() -> new IllegalArgumentException("no such archetype: " + archetype)).name());
            tree.put("complexity", complexity(tree.path("complexity")).name());
            // Designs of old know no language.
            tree.put("language", tree.path("language").asText());
            return JSON.treeToValue(tree, GameDesign.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a design: " + e.getOriginalMessage(), e);
        }
    }

    /// The same as a tree, for those who embed it.
    static ObjectNode tree(GameDesign design) {
        ObjectNode tree = JSON.valueToTree(design);
        tree.put("archetype", design.archetype().id());
        tree.put("complexity", design.complexity().name().toLowerCase(Locale.ROOT));
        return tree.set("words", JSON.valueToTree(Words.in(design.language()).of(design.archetype())));
    }

    private static Complexity complexity(JsonNode node) {
        try {
            return Complexity.valueOf(node.asText().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no such complexity: " + node.asText(), e);
        }
    }
}
