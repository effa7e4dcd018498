package atelier.create;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A text file taken out of a model's answer.
///
/// @param path      safe, relative, with `/`
/// @param language  lower-case id such as `python`; `text` where unknown
/// @param truncated whether the answer broke off inside the file
public record ExtractedFile(String path, String language, boolean truncated, String content) {
    /// The file as it is handed on.
    public Artifact artifact() {
        return new Artifact(path, mediaType(), content.getBytes(StandardCharsets.UTF_8));
    }

    private String mediaType() {
        return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "html", "htm" -> "text/html";
            case "css" -> "text/css";
            case "js", "mjs" -> "text/javascript";
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "svg" -> "image/svg+xml";
            case "md" -> "text/markdown";
            default -> "text/plain";
        };
    }
}
