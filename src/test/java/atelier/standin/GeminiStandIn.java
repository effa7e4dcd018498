package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// The Gemini API (`v1beta`): listing and `:streamGenerateContent?alt=sse`.
public final class GeminiStandIn extends ModelStandIn {
    private static final String JSON = "application/json; charset=UTF-8";
    private volatile int thoughtTokens;

    /// Tokens it says it spent on thinking.
    public GeminiStandIn countsThoughts(int tokens) {
        thoughtTokens = tokens;
        return this;
    }

    @Override
    boolean isGeneration(Seen request) {
        return request.path().contains(":streamGenerateContent");
    }

    @Override
    void other(Call call) throws IOException {
        if (!call.seen().headers().containsKey("x-goog-api-key")) {
            call.reply(403, JSON,
                    error(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers.", "").body());
        } else if (call.seen().path().startsWith("/v1beta/models?") || call.seen().path().equals("/v1beta/models")) {
            call.reply(200, JSON, "{\"models\":[" + models.stream().map(GeminiStandIn::listed)
                    .collect(Collectors.joining(",")) + "]}");
        } else {
            call.reply(404, JSON, error(404, "NOT_FOUND", "Requested entity was not found.", "").body());
        }
    }

    private static String listed(ListedModel model) {
        return "{\"name\":" + Text.quoted("models/" + model.name())
                + ",\"displayName\":\"A model\",\"inputTokenLimit\":"
                + model.contextTokens() + ",\"outputTokenLimit\":65536,\"supportedGenerationMethods\":"
                + (model.name().contains("embed")
                        ? "[\"embedContent\"]"
                        : "[\"generateContent\",\"countTokens\"]")
                + "}";
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING -> error(404, "NOT_FOUND", "models/nope is not found for API version v1beta", "");
            case UNAUTHORIZED -> error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.",
                    "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"API_KEY_INVALID\",\"domain\":\"googleapis.com\"}");
            case SERVER_ERROR -> error(500, "INTERNAL", "An internal error has occurred.", "");
            case BUSY -> error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.", "");
            case TOO_LONG -> error(400, "INVALID_ARGUMENT",
                    "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).", "");
            case RATE_LIMITED -> tooMany("GenerateRequestsPerMinutePerProjectPerModel",
                    secondsToWait("0.020000000") + "s");
            case QUOTA_USED_UP -> tooMany("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "3.5s");
            default -> error(400, "INVALID_ARGUMENT", "Request contains an invalid argument.", "");
        };
    }

    private static Refused tooMany(String quota, String delay) {
        return error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.",
                "{\"@type\":\"type.googleapis.com/google.rpc.Help\",\"links\":[]},"
                        + "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaId\":\""
                        + quota
                        + "\",\"quotaValue\":\"10\"}]},"
                        + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"" + delay + "\"}");
    }

    private static Refused error(int code, String status, String message, String details) {
        return new Refused(code,
                "{\"error\":{\"code\":" + code + ",\"message\":" + Text.quoted(message) + ",\"status\":\""
                        + status + "\",\"details\":[" + details + "]}}",
                List.of());
    }

    @Override
    Wire wire(Seen request) {
        return new Events(request.path().replaceFirst(".*/models/([^:]+):.*", "$1"));
    }

    private final class Events implements Wire {
        private final String model;

        Events(String model) {
            this.model = model;
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public String type() {
            return "text/event-stream";
        }

        @Override
        public String opening() {
            return "\r\n";
        }

        private String event(String candidate) {
            return raw("{\"candidates\":[" + candidate + "],\"usageMetadata\":{\"promptTokenCount\":" + promptTokens
                    + ",\"candidatesTokenCount\":" + outputTokens + ",\"thoughtsTokenCount\":" + thoughtTokens
                    + ",\"cachedContentTokenCount\":" + cachedTokens
                    + ",\"totalTokenCount\":" + (promptTokens + outputTokens + thoughtTokens) + "},\"modelVersion\":"
                    + Text.quoted(model) + ",\"responseId\":\"r1\"}");
        }

        private String part(String part) {
            return event("{\"content\":{\"parts\":[" + part + "],\"role\":\"model\"},\"index\":0}");
        }

        @Override
        public String text(String piece) {
            return part("{\"text\":" + Text.quoted(piece) + "}");
        }

        @Override
        public String thought(String words) {
            return part("{\"text\":" + Text.quoted(words) + ",\"thought\":true}");
        }

        @Override
        public String last(String reason) {
            return switch (reason) {
                case "blocked" -> event("{\"finishReason\":\"SAFETY\",\"index\":0}");
                case "prompt-blocked" -> raw("{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},"
                        + "\"usageMetadata\":{\"promptTokenCount\":12,\"totalTokenCount\":12}}");
                case "length" ->
                    event("{\"content\":{\"role\":\"model\"},\"finishReason\":\"MAX_TOKENS\",\"index\":0}");
                default ->
                    event("{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\"STOP\","
                            + "\"index\":0}");
            };
        }

        @Override
        public String error() {
            return raw(refused(Fault.SERVER_ERROR).body());
        }

        @Override
        public String raw(String text) {
            return "data: " + text + "\r\n\r\n";
        }
    }
}
