package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// LM Studio 0.4: `/api/v1/models` and its loading, `/v1/models`, `/v1/chat/completions`; any other path answers 200 with an error.
/// `older` has `/api/v0/models` instead of the newer API.
public final class LmStudioStandIn extends ModelStandIn {
    private static final String JSON = "application/json; charset=utf-8";
    private final boolean older;
    private volatile @Nullable String answering;

    public LmStudioStandIn() {
        this(false);
    }

    public LmStudioStandIn(boolean older) {
        this.older = older;
    }

    /// Answers with this model, whichever is asked for.
    public LmStudioStandIn answersAs(String model) {
        answering = model;
        return this;
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
            case RATE_LIMITED -> error(429, "Slow down", "null", "Retry-After: " + secondsToWait("0"));
            case QUOTA_USED_UP -> error(429, "Slow down", "null", "Retry-After: 3600");
            case UNKNOWN_PATH -> new Refused(200,
                    "{\"error\":\"Unexpected endpoint or method. (POST /v1/chat/completions)\"}", List.of());
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
        String model = answering;
        return new ChatChunks(this, model != null ? model : Text.read(request.body()).path("model").asText(),
                "The model has crashed");
    }
}
