package atelier.intent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line in, one line of JSON out: how the command line shows what is understood.
public final class IntentLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final IntentParser parser;

    public IntentLines(IntentParser parser) {
        this.parser = parser;
    }

    /// @param line plain text, or a JSON object `{text, last, attachment, running}`; what only looks like one is text
    /// @return JSON in one line, without its line end
    public String answer(String line) {
        var json = object(line);
        var parsed = json == null
                ? parser.parse(line, null, Situation.NONE)
                : parser.parse(json.path("text").asText(""), null, situation(json));
        return IntentJson.describe(parsed).toString();
    }

    private static @Nullable JsonNode object(String line) {
        if (!line.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            var json = MAPPER.readTree(line);
            return json.isObject() && json.path("text").isTextual() ? json : null;
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static Situation situation(JsonNode json) {
        return new Situation(one(Situation.Artifact.class, json.path("last")),
                one(Situation.File.class, json.path("attachment")), json.path("running").asBoolean(false));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, JsonNode name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name.asText("").toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        return null;
    }
}
