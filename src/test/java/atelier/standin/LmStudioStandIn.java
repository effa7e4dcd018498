package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// LM Studio 0.4: `/api/v1/models` and its loading, `/v1/models`, `/v1/chat/completions`; any other path answers 200 with an error.
/// `older` has `/api/v0/models` instead of the newer API.
public final class LmStudioStandIn extends ModelStandIn {
    private static final String JSON = "application/json; charset=utf-8";
    private final boolean older;

    public LmStudioStandIn() {
        this(false);
    }

    public LmStudioStandIn(boolean older) {
        this.older = older;
    }

    @Override
    boolean isGeneration(Seen request) {
        return request.path().equals("/v1/chat/completions");
    }

    @Override
    void other(Call call) throws IOException, InterruptedException {
        String path = call.seen().path();
        if (path.equals("/api/v1/models") && !older) {
            call.reply(200, JSON, "{\"models\":[" + list(LmStudioStandIn::newer) + "]}");
        } else if (path.equals("/api/v0/models")) {
            call.reply(200, JSON, "{\"object\":\"list\",\"data\":[" + list(LmStudioStandIn::older) + "]}");
        } else if (path.equals("/v1/models")) {
            call.reply(200, JSON,
                    "{\"object\":\"list\",\"data\":[" + list(model -> "{\"id\":" + Text.quoted(model.name())
                            + ",\"object\":\"model\",\"owned_by\":\"organization_owner\"}") + "]}");
        } else if (path.equals("/api/v1/models/load") && !older) {
            String model = Text.read(call.seen().body()).path("model").asText();
            if (load(call, model)) {
                call.reply(200, JSON, "{\"type\":\"llm\",\"instance_id\":" + Text.quoted(model)
                        + ",\"load_time_seconds\":3.1,\"status\":\"loaded\"}");
            }
        } else {
            call.reply(200, JSON, "{\"error\":\"Unexpected endpoint or method. (" + call.seen().method() + " " + path
                    + ")\"}");
        }
    }

    private String list(java.util.function.Function<ListedModel, String> form) {
        return models.stream().map(form).collect(Collectors.joining(","));
    }

    private static String newer(ListedModel model) {
        String instances = model.loaded()
                ? "{\"id\":" + Text.quoted(model.name()) + ",\"config\":{\"context_length\":" + model.contextTokens()
                        + "}}"
                : "";
        return "{\"type\":\"" + (model.name().contains("embed") ? "embedding" : "llm")
                + "\",\"publisher\":\"qwen\",\"key\":"
                + Text.quoted(model.name()) + ",\"display_name\":\"A model\",\"loaded_instances\":[" + instances
                + "],\"max_context_length\":" + model.contextTokens() + ",\"format\":\"gguf\"}";
    }

    private static String older(ListedModel model) {
        return "{\"id\":" + Text.quoted(model.name()) + ",\"object\":\"model\",\"type\":\""
                + (model.name().contains("embed") ? "embeddings" : "llm") + "\",\"publisher\":\"qwen\",\"state\":\""
                + (model.loaded() ? "loaded" : "not-loaded") + "\",\"max_context_length\":" + model.contextTokens()
                + "}";
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING ->
                error(400, "No models loaded. Please load a model in the developer page or use the 'lms "
                        + "load' command.", "null");
            case TOO_LONG ->
                error(400, "Trying to keep the first 9000 tokens when context the overflows. However, the model "
                        + "is loaded with context length of only 4096 tokens", "null");
            case UNAUTHORIZED -> error(401, "Invalid API token", "\"invalid_api_key\"");
            case SERVER_ERROR ->
                error(500, "The model has crashed without additional information. (Exit code: 6)", "null");
            case BUSY -> error(503, "Busy", "null");
            case RATE_LIMITED -> error(429, "Slow down", "null", "Retry-After: 0");
            case QUOTA_USED_UP -> error(429, "Slow down", "null", "Retry-After: 3600");
            default ->
                new Refused(400, "{\"error\":\"'response_format.type' must be 'json_schema' or 'text'\"}", List.of());
        };
    }

    private static Refused error(int status, String message, String code, String... headers) {
        return new Refused(status, "{\"error\":{\"message\":" + Text.quoted(message)
                + ",\"type\":\"invalid_request_error\",\"param\":\"model\",\"code\":" + code + "}}", List.of(headers));
    }

    @Override
    Wire wire(Seen request) {
        return new Chunks(Text.read(request.body()).path("model").asText());
    }

    private final class Chunks implements Wire {
        private final String model;

        Chunks(String model) {
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

        private String chunk(String choices, String rest) {
            return raw("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1795255200,\"model\":"
                    + Text.quoted(model) + ",\"choices\":[" + choices + "]" + rest + "}");
        }

        private String delta(String delta, String finish) {
            return chunk("{\"index\":0,\"delta\":{" + delta + "},\"logprobs\":null,\"finish_reason\":" + finish + "}",
                    "");
        }

        @Override
        public String opening() {
            return delta("\"role\":\"assistant\",\"content\":null", "null");
        }

        @Override
        public String text(String piece) {
            return delta("\"content\":" + Text.quoted(piece), "null");
        }

        @Override
        public String thought(String words) {
            return delta("\"reasoning_content\":" + Text.quoted(words), "null");
        }

        @Override
        public String last(String reason) {
            String finish = reason.equals("blocked") ? "content_filter" : reason;
            return delta("", "\"" + finish + "\"") + chunk("", ",\"usage\":{\"prompt_tokens\":" + promptTokens
                    + ",\"completion_tokens\":" + outputTokens + ",\"total_tokens\":" + (promptTokens + outputTokens)
                    + "}")
                    + raw("[DONE]");
        }

        @Override
        public String error() {
            return "event: error\n" + raw("{\"error\":{\"message\":\"The model has crashed\"}}");
        }

        @Override
        public String raw(String text) {
            return "data: " + text + "\n\n";
        }
    }
}
