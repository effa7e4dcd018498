package atelier.create.design;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// JSON objects amid anything else, with the small mistakes models make; of one that breaks off, what there was before.
public final class LenientJson {
    private static final int LONGEST = 300_000, DEEPEST = 12, TRIES = 24;
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private LenientJson() {}

    /// Objects in the order they begin, thinking and fences passed over. Never throws.
    public static List<JsonNode> objects(String answer) {
        var text = withoutThinking(answer.length() <= LONGEST ? answer : answer.substring(0, LONGEST));
        var found = new ArrayList<JsonNode>();
        int at = text.indexOf('{');
        for (int tries = 0; at >= 0 && tries < TRIES; tries++) {
            var builder = new Builder();
            int read = builder.read(text.substring(at));
            found.add(builder.root);
            at = text.indexOf('{', at + Math.max(1, read));
        }
        return found;
    }

    private static String withoutThinking(String text) {
        int end = Math.max(text.lastIndexOf("</think>"), text.lastIndexOf("</thinking>"));
        return end < 0 || text.indexOf('{', end) < 0 ? text : text.substring(end);
    }

    /// Grows a tree token by token, so that what was read stays when the text goes wrong.
    private static final class Builder {
        private final ObjectNode root = JsonNodeFactory.instance.objectNode();
        private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
        private String field = "";

        /// Characters that belong to the object.
        int read(String text) {
            try (var parser = LENIENT.createParser(text)) {
                try {
                    parser.nextToken();
                    open.push(root);
                    while (!open.isEmpty() && take(parser)) {
                        // Goes on while the object lasts.
                    }
                } catch (IOException e) {
                    // What there was before the mistake is kept.
                }
                return (int) Math.max(0, parser.currentLocation().getCharOffset());
            } catch (IOException e) {
                return 1;
            }
        }

        private boolean take(JsonParser parser) throws IOException {
            var token = parser.nextToken();
            if (token == null || open.size() > DEEPEST) {
                return false;
            }
            switch (token) {
                case FIELD_NAME -> field = parser.currentName();
                case START_OBJECT -> push(JsonNodeFactory.instance.objectNode());
                case START_ARRAY -> push(JsonNodeFactory.instance.arrayNode());
                case END_OBJECT, END_ARRAY -> open.pop();
                default -> put(scalar(parser, token));
            }
            return true;
        }

        private static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
            var nodes = JsonNodeFactory.instance;
            return switch (token) {
                case VALUE_STRING -> nodes.textNode(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                default -> nodes.nullNode();
            };
        }

        private void push(ContainerNode<?> node) {
            put(node);
            open.push(node);
        }

        private void put(JsonNode node) {
            switch (open.peek()) {
                case ObjectNode object -> object.set(field, node);
                case ArrayNode array -> array.add(node);
                case null, default -> {
                }
            }
        }
    }
}
