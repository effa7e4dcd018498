package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Anthropic: `/v1/models` and `/v1/messages`. It refuses what the real one refuses: no `max_tokens`, an answer already begun, and with
/// the newest models any temperature.
public final class AnthropicStandIn extends ModelStandIn {
    private static final String JSON = "application/json";

    @Override
    boolean isGeneration(Seen request) {
        return request.path().equals("/v1/messages");
    }

    @Override
    void other(Call call) throws IOException {
        if (!call.seen().headers().containsKey("x-api-key")
                || !call.seen().headers().containsKey("anthropic-version")) {
            call.reply(401, JSON, error(401, "authentication_error", "x-api-key header is required").body());
        } else if (call.seen().path().startsWith("/v1/models")) {
            call.reply(200, JSON, "{\"data\":[" + models.stream().map(AnthropicStandIn::listed)
                    .collect(Collectors.joining(",")) + "],\"has_more\":false,\"first_id\":null,\"last_id\":null}");
        } else {
            call.reply(404, JSON, error(404, "not_found_error", "Not found").body());
        }
    }

    private static String listed(ListedModel model) {
        return "{\"type\":\"model\",\"id\":" + Text.quoted(model.name())
                + ",\"display_name\":\"A model\",\"created_at\":\"2026-09-01T00:00:00Z\",\"max_input_tokens\":"
                + model.contextTokens() + ",\"max_tokens\":64000}";
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING -> error(404, "not_found_error", "model: nope");
            case TOO_LONG -> error(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum");
            case UNAUTHORIZED -> error(401, "authentication_error", "invalid x-api-key");
            case SERVER_ERROR -> error(500, "api_error", "Internal server error");
            case BUSY -> error(529, "overloaded_error", "Overloaded");
            case RATE_LIMITED -> error(429, "rate_limit_error", "This request would exceed your rate limit.",
                    "retry-after: 0", "anthropic-ratelimit-requests-remaining: 0");
            case QUOTA_USED_UP -> error(400, "invalid_request_error",
                    "Your credit balance is too low to access the Anthropic API.");
            default -> error(400, "invalid_request_error", "nope: Extra inputs are not permitted");
        };
    }

    private static Refused error(int status, String type, String message, String... headers) {
        return new Refused(status, "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":"
                + Text.quoted(message) + "},\"request_id\":\"req_1\"}", List.of(headers));
    }

    @Override
    @Nullable
    Refused objects(Seen request) {
        JsonNode body = Text.read(request.body());
        JsonNode messages = body.path("messages");
        if (!body.has("max_tokens")) {
            return error(400, "invalid_request_error", "max_tokens: Field required");
        }
        boolean newest = body.path("model").asText().endsWith("-5-5");
        if (newest && (body.has("temperature") || body.has("top_p") || body.has("top_k") || body.has("thinking"))) {
            return error(400, "invalid_request_error", "temperature: not supported by this model");
        }
        if (!messages.path(0).path("role").asText().equals("user")
                || !messages.path(messages.size() - 1).path("role").asText().equals("user")) {
            return error(400, "invalid_request_error", "the conversation must begin and end with a user message");
        }
        return null;
    }

    @Override
    Wire wire(Seen request) {
        return new Events(Text.read(request.body()).path("model").asText());
    }

    /// Text and thoughts come in numbered blocks, each opened and closed.
    private final class Events implements Wire {
        private final String model;
        private boolean begun;
        private int blocks;
        private String open = "";

        Events(String model) {
            this.model = model;
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public String type() {
            return "text/event-stream; charset=utf-8";
        }

        @Override
        public String opening() {
            if (begun) {
                return "";
            }
            begun = true;
            return event("message_start", ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                    + "\"model\":" + Text.quoted(model) + ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                    + "\"usage\":{\"input_tokens\":" + (promptTokens - cachedTokens)
                    + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":" + cachedTokens
                    + ",\"output_tokens\":1}}") + event("ping", "");
        }

        private String event(String type, String rest) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + rest + "}\n\n";
        }

        private String block(String kind, String empty, String delta) {
            String start = opening();
            if (!open.equals(kind)) {
                start += closing() + event("content_block_start",
                        ",\"index\":" + blocks + ",\"content_block\":{\"type\":\"" + kind + "\"," + empty + "}");
                open = kind;
            }
            return start + event("content_block_delta", ",\"index\":" + blocks + ",\"delta\":{" + delta + "}");
        }

        private String closing() {
            if (open.isEmpty()) {
                return "";
            }
            open = "";
            return event("content_block_stop", ",\"index\":" + blocks++);
        }

        @Override
        public String text(String piece) {
            return block("text", "\"text\":\"\"", "\"type\":\"text_delta\",\"text\":" + Text.quoted(piece));
        }

        @Override
        public String thought(String words) {
            return block("thinking", "\"thinking\":\"\",\"signature\":\"\"",
                    "\"type\":\"thinking_delta\",\"thinking\":" + Text.quoted(words));
        }

        @Override
        public String last(String reason) {
            String stop = switch (reason) {
                case "length" -> "max_tokens";
                case "blocked", "prompt-blocked" -> "refusal";
                default -> "end_turn";
            };
            return opening() + closing() + event("message_delta", ",\"delta\":{\"stop_reason\":\"" + stop
                    + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":" + outputTokens + "}")
                    + event("message_stop", "");
        }

        @Override
        public String error() {
            return event("error", ",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}");
        }

        @Override
        public String raw(String text) {
            return "event: content_block_delta\ndata: " + text + "\n\n";
        }
    }
}
