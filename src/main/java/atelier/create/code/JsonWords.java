package atelier.create.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The texts in a project in JSON that belong to no file: the explanation first, then whatever else there is, so that
/// nothing a model said is lost.
final class JsonWords {
    /// What describes a file or a call to a machine.
    private static final Set<String> TECHNICAL = Set.of("language", "lang", "type", "kind", "name", "id", "role",
            "mediaType", "encoding");
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w.-]{0,40}");

    private final Set<JsonNode> used;
    private final List<String> words = new ArrayList<>();

    private JsonWords(Set<JsonNode> used) {
        this.used = used;
    }

    static List<String> of(JsonNode node, Set<JsonNode> used) {
        var words = new JsonWords(used);
        for (var key : JsonProject.WORDS) {
            var value = node.path(key);
            if (value.isTextual()) {
                words.walk(key, value, false);
                used.add(value);
            }
        }
        words.walk("", node, false);
        return words.words;
    }

    private void walk(String key, JsonNode node, boolean item) {
        if (used.contains(node)) {
            return;
        }
        if (!PLAIN_KEY.matcher(key).matches()) {
            words.addAll(key.lines().toList());
        }
        if (node.isTextual()) {
            if (!TECHNICAL.contains(key) && !node.asText().isBlank()) {
                words.addAll((item ? "- " + node.asText() : node.asText()).lines().toList());
                if (!item) {
                    words.add("");
                }
            }
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> walk("", element, element.isTextual()));
            words.add("");
        } else {
            node.properties().forEach(entry -> walk(entry.getKey(), entry.getValue(), false));
        }
    }
}
