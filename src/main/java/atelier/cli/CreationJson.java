package atelier.cli;

import atelier.create.Creation;
import atelier.intent.Intent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// What `create --json` prints: `{intent, model, provider, latencyMs, tokens, costUsd, files, checks, text}`.
final class CreationJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CreationJson() {}

    static String of(Intent intent, Creation creation, List<WrittenFiles.Written> written, long elapsedMs)
            throws JsonProcessingException {
        var json = MAPPER.createObjectNode();
        var by = creation.answeredBy();
        json.put("intent", intent.kind().name());
        json.put("model", by == null ? creation.maker() : by.model());
        json.put("provider", by == null ? "built-in" : by.provider());
        json.put("latencyMs", by == null ? elapsedMs : by.totalMs());
        json.put("tokens", by == null ? 0 : by.inputTokens() + by.outputTokens());
        json.put("costUsd", by == null ? 0 : by.costUsd());
        var files = json.putArray("files");
        written.forEach(file -> files.addObject().put("path", file.path().toString()).put("mediaType", file.mediaType())
                .put("bytes", file.bytes()).put("sha256", file.sha256()));
        var checks = json.putArray("checks");
        creation.checks().forEach(check -> checks.addObject().put("name", check.name()).put("passed", check.passed())
                .put("detail", check.detail()));
        json.put("text", creation.text());
        return MAPPER.writeValueAsString(json);
    }
}
