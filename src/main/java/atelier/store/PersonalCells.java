package atelier.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cells as a person gets to see them: without what only the platforms need to deliver, some of which opens doors.
final class PersonalCells {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> DOORS = List.of("hints", "reference");

    private PersonalCells() {}

    static Object shown(@Nullable Object cell) {
        if (cell == null) {
            return NullNode.getInstance();
        }
        return cell instanceof String text && (text.startsWith("{") || text.startsWith("[")) ? parsed(text) : cell;
    }

    private static Object parsed(String text) {
        try {
            var node = MAPPER.readTree(text);
            close(node);
            return node;
        } catch (JsonProcessingException noJson) {
            return text;
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DOORS);
        }
        node.forEach(PersonalCells::close);
    }
}
