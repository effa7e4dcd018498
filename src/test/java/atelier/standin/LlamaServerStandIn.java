package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// llama-server: `/health`, `/props`, `/v1/models`, `/v1/chat/completions`. Its one model answers whatever name is asked for.
public final class LlamaServerStandIn extends ModelStandIn {
    private static final String JSON = "application/json; charset=utf-8";
    private volatile boolean loading;

    /// From now on it is still reading its model, or ready.
    public LlamaServerStandIn isLoading(boolean still) {
        loading = still;
        return this;
    }

    @Override
    boolean isGeneration(Seen request) {
        return request.path().equals("/v1/chat/completions");
    }

    @Override
    void other(Call call) throws IOException {
        Refused refused = call.seen().path().equals("/v1/models") ? null : objects(call.seen());
        if (refused != null) {
            call.reply(refused.status(), JSON, refused.body());
            return;
        }
        switch (call.seen().path()) {
            case "/health" -> call.reply(200, JSON, "{\"status\":\"ok\"}");
            case "/props" -> call.reply(200, JSON, "{\"default_generation_settings\":{\"n_ctx\":"
                    + (models.isEmpty() ? 0 : models.getFirst().contextTokens()) + "},\"total_slots\":4}");
            case "/v1/models" -> call.reply(200, JSON, "{\"object\":\"list\",\"data\":[" + models.stream()
                    .map(model -> "{\"id\":" + Text.quoted(model.name())
                            + ",\"object\":\"model\",\"created\":1795255200,\"owned_by\":\"llamacpp\",\"meta\":null}")
                    .collect(Collectors.joining(",")) + "]}");
            default -> call.reply(404, JSON, error(404, "not_found_error", "File Not Found").body());
        }
    }

    @Override
    @Nullable
    Refused objects(Seen request) {
        return loading ? error(503, "unavailable_error", "Loading model") : null;
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING -> error(404, "NotFoundError", "The model `nope` does not exist.");
            case TOO_LONG -> error(400, "exceed_context_size_error",
                    "request (18009 tokens) exceeds the available context size (2048 tokens), try increasing it");
            case UNAUTHORIZED -> error(401, "authentication_error", "Invalid API Key");
            case SERVER_ERROR -> error(500, "server_error",
                    "The model produced output that does not match the expected peg-native format");
            case BUSY -> error(503, "unavailable_error", "Loading model");
            case RATE_LIMITED -> error(429, "rate_limit", "Slow down", "Retry-After: 0");
            case QUOTA_USED_UP -> error(429, "rate_limit", "Slow down", "Retry-After: 3600");
            default -> error(400, "invalid_request_error", "Failed to parse messages");
        };
    }

    private static Refused error(int status, String type, String message, String... headers) {
        return new Refused(status, "{\"error\":{\"message\":" + Text.quoted(message) + ",\"type\":\"" + type
                + "\",\"code\":" + status + "}}", List.of(headers));
    }

    @Override
    Wire wire(Seen request) {
        String asked = Text.read(request.body()).path("model").asText();
        return new ChatChunks(this, models.isEmpty() ? asked : models.getFirst().name(), "Compute error");
    }
}
