package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// OpenAI: `/v1/models` and `/v1/chat/completions`. It refuses what the real one refuses of the models that think first: `max_tokens`,
/// and any temperature.
public final class OpenAiStandIn extends ModelStandIn {
    private static final String JSON = "application/json";

    @Override
    boolean isGeneration(Seen request) {
        return request.path().equals("/v1/chat/completions");
    }

    @Override
    void other(Call call) throws IOException {
        if (!call.seen().headers().getOrDefault("Authorization", "").startsWith("Bearer ")) {
            call.reply(401, JSON, error(401, "You didn't provide an API key.", "invalid_request_error", null).body());
        } else if (call.seen().path().equals("/v1/models")) {
            call.reply(200, JSON, "{\"object\":\"list\",\"data\":[" + models.stream()
                    .map(model -> "{\"id\":" + Text.quoted(model.name())
                            + ",\"object\":\"model\",\"created\":1795255200,\"owned_by\":\"system\"}")
                    .collect(Collectors.joining(",")) + "]}");
        } else {
            call.reply(404, JSON, error(404, "Invalid URL", "invalid_request_error", null).body());
        }
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING -> error(404, "The model `nope` does not exist or you do not have access to it.",
                    "invalid_request_error", "model_not_found");
            case TOO_LONG -> error(400, "This model's maximum context length is 400000 tokens.",
                    "invalid_request_error", "context_length_exceeded");
            case UNAUTHORIZED -> error(401, "Incorrect API key provided: sk-proj-***abcd.", "invalid_request_error",
                    "invalid_api_key");
            case SERVER_ERROR -> error(500, "The server had an error while processing your request.", "server_error",
                    null);
            case BUSY -> error(503, "The engine is currently overloaded, please try again later.", "server_error",
                    null);
            case RATE_LIMITED -> error(429, "Rate limit reached for requests", "requests", "rate_limit_exceeded",
                    "Retry-After: 1", "retry-after-ms: 20", "x-ratelimit-limit-requests: 500",
                    "x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 20ms");
            case QUOTA_USED_UP -> error(429, "You exceeded your current quota, please check your plan and billing "
                    + "details.", "insufficient_quota", "insufficient_quota");
            default -> error(400, "Unsupported value: 'nope'", "invalid_request_error", "unsupported_value");
        };
    }

    private static Refused error(int status, String message, String type,
            @Nullable String code, String... headers) {
        return new Refused(status, "{\"error\":{\"message\":" + Text.quoted(message) + ",\"type\":\"" + type
                + "\",\"param\":null,\"code\":" + (code == null ? "null" : Text.quoted(code)) + "}}",
                List.of(headers));
    }

    @Override
    @org.jspecify.annotations.Nullable
    Refused objects(Seen request) {
        var body = Text.read(request.body());
        boolean thinks = body.path("model").asText().matches("gpt-[56].*");
        if (thinks && body.has("max_tokens")) {
            return error(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                    + "'max_completion_tokens' instead.", "invalid_request_error", "unsupported_parameter");
        }
        if (thinks && body.path("temperature").asDouble(1) != 1) {
            return error(400, "Unsupported value: 'temperature' does not support 0.25 with this model.",
                    "invalid_request_error", "unsupported_value");
        }
        return null;
    }

    @Override
    Wire wire(Seen request) {
        return new ChatChunks(this, Text.read(request.body()).path("model").asText(), "The server had an error");
    }
}
