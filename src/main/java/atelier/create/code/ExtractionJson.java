package atelier.create.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An extraction as one line of JSON: `{files:[{path, language, truncated, content}], rejected:[{path, reason}], explanation}`.
public final class ExtractionJson {
    private ExtractionJson() {}

    public static String toJson(Extraction extraction) {
        return toNode(extraction).toString();
    }

    static ObjectNode toNode(Extraction extraction) {
        var root = JsonNodeFactory.instance.objectNode();
        var files = root.putArray("files");
        for (var file : extraction.files()) {
            files.addObject().put("path", file.path()).put("language", file.language())
                    .put("truncated", file.truncated()).put("content", file.content());
        }
        var rejected = root.putArray("rejected");
        for (var one : extraction.rejected()) {
            rejected.addObject().put("path", one.path()).put("reason", one.reason());
        }
        return root.put("explanation", extraction.explanation());
    }
}
