package atelier.create;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `atelier.json`: what lies in an archive, who made it, when, and what was checked.
///
/// `{"manifest": 1, "title", "made": {"at", "by", "provider", "prompt"}, "files": [{"path", "mediaType", "bytes", "sha256",
/// "checks": [{"name", "passed", "detail"}]}], "checks": […]}`; what is not known is left out.
public final class Manifest {
    /// Its name in an archive.
    public static final String NAME = "atelier.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Manifest() {}

    /// Of everything a creator made.
    public static Artifact of(Creation creation, Instant at) {
        var json = JSON.createObjectNode().put("manifest", 1).put("title", creation.title());
        var made = json.putObject("made").put("at", at.toString());
        var answered = creation.answeredBy();
        if (answered != null) {
            made.put("by", answered.model()).put("provider", answered.provider());
        } else if (creation.maker() != null) {
            made.put("by", creation.maker());
        }
        if (!creation.evidence().prompt().isEmpty()) {
            made.put("prompt", creation.evidence().prompt());
        }
        return filled(json, creation.files(), creation.checks(), creation.evidence().files());
    }

    /// Of files whose origin is not known.
    static Artifact of(List<Artifact> files, List<Check> checks) {
        return filled(JSON.createObjectNode().put("manifest", 1), files, checks, Map.of());
    }

    private static Artifact filled(ObjectNode json, List<Artifact> files, List<Check> checks,
            Map<String, List<Check>> evidence) {
        var listed = json.putArray("files");
        for (var file : files) {
            var entry = listed.addObject().put("path", file.path()).put("mediaType", file.mediaType())
                    .put("bytes", file.content().length).put("sha256", file.sha256());
            put(entry, evidence.get(file.path()));
        }
        put(json, checks);
        return new Artifact(NAME, "application/json", (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ObjectNode json, @Nullable List<Check> checks) {
        if (checks != null) {
            var array = json.putArray("checks");
            checks.forEach(check -> array.addObject().put("name", check.name()).put("passed", check.passed())
                    .put("detail", check.detail()));
        }
    }
}
