package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// A request body: JSON alone, or `payload_json` with `files[n]`.
record DiscordMultipart(JsonNode payload, List<File> files) {
    private static final Pattern NAME = Pattern.compile("(?<![a-z])name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    /// One uploaded part.
    record File(String name, String mediaType, ByteString content) {}

    static DiscordMultipart of(RecordedRequest request) {
        var body = request.getBody();
        if (body == null || body.size() == 0) {
            return new DiscordMultipart(MissingNode.getInstance(), List.of());
        }
        var type = MediaType.parse(String.valueOf(request.getHeaders().get("content-type")));
        try {
            if (type == null || !type.type().equals("multipart")) {
                return new DiscordMultipart(DiscordWorld.JSON.readTree(body.utf8()), List.of());
            }
            return parts(new Buffer().write(body), type.parameter("boundary"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static DiscordMultipart parts(Buffer body, @Nullable String boundary) throws IOException {
        JsonNode payload = MissingNode.getInstance();
        var files = new ArrayList<File>();
        try (var reader = new MultipartReader(body, String.valueOf(boundary))) {
            for (var part = reader.nextPart(); part != null; part = reader.nextPart()) {
                var disposition = String.valueOf(part.headers().get("content-disposition"));
                var content = part.body().readByteString();
                if (find(NAME, disposition).equals("payload_json")) {
                    payload = DiscordWorld.JSON.readTree(content.utf8());
                } else {
                    var type = part.headers().get("content-type");
                    files.add(new File(find(FILE, disposition), type == null ? "application/octet-stream" : type,
                            content));
                }
            }
        }
        return new DiscordMultipart(payload, files);
    }

    private static String find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
