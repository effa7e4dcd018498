package atelier.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/// Intents and what was understood, as JSON. Thread-safe.
public final class IntentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TYPE = "type";

    private IntentJson() {}

    /// `{intent, confidence, entities, question}`, for people and programs outside.
    public static ObjectNode describe(Parsed parsed) {
        var json = MAPPER.createObjectNode();
        json.put("intent", parsed.intent().kind().name());
        json.put("confidence", parsed.confidence());
        var entities = new TreeMap<>(parsed.entities());
        entities.computeIfPresent("note", (_, note) -> Notes.read(note.toString()).inEnglish());
        json.set("entities", MAPPER.valueToTree(entities));
        json.set("question", MAPPER.valueToTree(parsed.question()));
        return json;
    }

    /// The whole intent, to be stored: its type's name and its components.
    public static ObjectNode toJson(Intent intent) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put(TYPE, intent.getClass().getSimpleName());
        var components = MAPPER.<ObjectNode>valueToTree(intent);
        json.setAll(components);
        return json;
    }

    /// What [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException when it is no intent
    public static Intent fromJson(JsonNode json) {
        var name = json.path(TYPE).asText();
        for (var type : Intent.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(name)) {
                var components = json.<ObjectNode>deepCopy();
                components.remove(TYPE);
                return (Intent) MAPPER.convertValue(components, type);
            }
        }
        throw new IllegalArgumentException("no intent has the type \"" + name + "\"");
    }
}
