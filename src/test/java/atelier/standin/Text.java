package atelier.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/// JSON for writing by hand.
final class Text {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper ESCAPING = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Text() {}

    /// The text as a JSON string, quotes included. Half a surrogate pair has no bytes of its own, so such a text is escaped.
    static String quoted(String text) {
        try {
            return (StandardCharsets.UTF_8.newEncoder().canEncode(text) ? MAPPER : ESCAPING).writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The client sent no JSON: " + json, e);
        }
    }
}
