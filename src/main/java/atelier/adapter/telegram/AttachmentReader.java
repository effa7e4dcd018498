package atelier.adapter.telegram;

import atelier.chat.Attachment;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// Finds the file a message carries.
final class AttachmentReader {
    /// Kinds of files in the order of looking, with name and media type where Telegram tells none.
    private static final List<Map.Entry<String, String[]>> KINDS = List.of(
            Map.entry("document", new String[]{"file.bin", "application/octet-stream"}),
            Map.entry("audio", new String[]{"audio.mp3", "audio/mpeg"}),
            Map.entry("voice", new String[]{"voice.ogg", "audio/ogg"}),
            Map.entry("video", new String[]{"video.mp4", "video/mp4"}),
            Map.entry("video_note", new String[]{"video.mp4", "video/mp4"}));

    private AttachmentReader() {}

    static List<Attachment> of(JsonNode message) {
        var sizes = message.path("photo");
        if (sizes.isArray() && !sizes.isEmpty()) {
            return List.of(attachment(largest(sizes), "photo.jpg", "image/jpeg"));
        }
        for (var kind : KINDS) {
            var file = message.path(kind.getKey());
            if (file.hasNonNull("file_id")) {
                return List.of(attachment(file, kind.getValue()[0], kind.getValue()[1]));
            }
        }
        return List.of();
    }

    private static Attachment attachment(JsonNode file, String name, String mediaType) {
        return new Attachment(file.path("file_name").asText(name), file.path("mime_type").asText(mediaType),
                file.path("file_size").asLong(-1), UpdateReader.required(file, "file_id"));
    }

    private static JsonNode largest(JsonNode sizes) {
        var largest = sizes.get(0);
        for (var size : sizes) {
            if (size.path("width").asInt() >= largest.path("width").asInt()) {
                largest = size;
            }
        }
        return largest;
    }
}
