package atelier.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Parameters of a call, from JSON or from a multipart body.
///
/// @param fields as JSON, also those that came as text of a part
/// @param files  uploaded files by the name of their part
record TelegramForm(ObjectNode fields, Map<String, Upload> files) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    /// One uploaded file.
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(String name, byte[] content) {}

    static TelegramForm read(String contentType, byte[] body) throws IOException {
        if (contentType.startsWith("multipart/form-data")) {
            return multipart(contentType.replaceAll(".*boundary=\"?([^\";]+).*", "$1"), body);
        }
        var fields = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        if (!(fields instanceof ObjectNode object)) {
            throw TelegramRefusal.bad("object expected as parameters");
        }
        return new TelegramForm(object, Map.of());
    }

    private static TelegramForm multipart(String boundary, byte[] body) {
        var fields = JSON.createObjectNode();
        var files = new LinkedHashMap<String, Upload>();
        // ISO-8859-1 keeps one character for one byte, so positions are positions in the body.
        var text = new String(body, StandardCharsets.ISO_8859_1);
        for (var part : text.split(Pattern.quote("--" + boundary), -1)) {
            var head = part.indexOf("\r\n\r\n");
            if (head < 0) {
                continue;
            }
            var headers = utf8(part.substring(0, head));
            var content = part.substring(head + 4, part.length() - 2);
            var name = found(NAME, headers);
            if (headers.contains("filename=")) {
                files.put(name, new Upload(found(FILE, headers), content.getBytes(StandardCharsets.ISO_8859_1)));
            } else {
                fields.set(name, value(utf8(content)));
            }
        }
        return new TelegramForm(fields, files);
    }

    private static JsonNode value(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return JSON.getNodeFactory().textNode(text);
            }
        }
        return JSON.getNodeFactory().textNode(text);
    }

    private static String found(Pattern pattern, String headers) {
        var matcher = pattern.matcher(headers);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    JsonNode field(String name) {
        return fields.path(name);
    }

    String text(String name) {
        return fields.path(name).asText("");
    }
}
