package atelier.standin;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Ollama 0.33: `/api/tags`, `/api/ps`, `/api/version`, `/api/chat`, and `/api/generate` as far as it loads models.
public final class OllamaStandIn extends ModelStandIn {
    private static final String JSON = "application/json; charset=utf-8";

    @Override
    boolean isGeneration(Seen request) {
        return request.path().equals("/api/chat");
    }

    @Override
    void other(Call call) throws IOException, InterruptedException {
        switch (call.seen().path()) {
            case "/" -> call.reply(200, "text/plain; charset=utf-8", "Ollama is running");
            case "/api/version" -> call.reply(200, JSON, "{\"version\":\"0.33.0\"}");
            case "/api/tags" -> call.reply(200, JSON, "{\"models\":[" + models.stream().map(OllamaStandIn::tag)
                    .collect(Collectors.joining(",")) + "]}");
            case "/api/ps" -> call.reply(200, JSON, "{\"models\":[" + models.stream().filter(ListedModel::loaded)
                    .map(OllamaStandIn::running).collect(Collectors.joining(",")) + "]}");
            case "/api/generate" -> loaded(call, Text.read(call.seen().body()).path("model").asText());
            default -> call.reply(404, "text/plain", "404 page not found");
        }
    }

    private void loaded(Call call, String model) throws IOException, InterruptedException {
        if (load(call, model)) {
            call.reply(200, JSON, "{\"model\":" + Text.quoted(model) + ",\"created_at\":\"2026-11-21T10:00:00Z\","
                    + "\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
        }
    }

    private static String tag(ListedModel model) {
        String name = Text.quoted(model.name());
        return "{\"name\":" + name + ",\"model\":" + name
                + ",\"modified_at\":\"2026-11-01T10:00:00Z\",\"size\":2019393189,"
                + "\"digest\":\"a80c4f17acd5\",\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"llama\","
                + "\"families\":[\"llama\"],\"parameter_size\":\"3.2B\",\"quantization_level\":\"Q4_K_M\",\"context_length\":"
                + model.contextTokens() + "},\"capabilities\":[" + (model.name().contains("embed")
                        ? "\"embedding\""
                        : "\"completion\",\"tools\"")
                + "]}";
    }

    private static String running(ListedModel model) {
        String name = Text.quoted(model.name());
        return "{\"name\":" + name + ",\"model\":" + name + ",\"size\":2019393189,\"digest\":\"a80c4f17acd5\","
                + "\"expires_at\":\"2026-11-21T10:05:00Z\",\"size_vram\":0,\"context_length\":4096}";
    }

    @Override
    Refused refused(Fault fault) {
        return switch (fault) {
            case MODEL_MISSING -> error(404, "model 'nope' not found");
            case TOO_LONG -> error(400, "the input length exceeds the context length");
            case UNAUTHORIZED -> error(401, "unauthorized");
            case SERVER_ERROR -> error(500, "an error was encountered while running the model: unexpected EOF");
            case BUSY -> error(503, "server busy, please try again.  maximum pending requests exceeded");
            case RATE_LIMITED -> error(429, "slow down", "Retry-After: " + secondsToWait("0"));
            case QUOTA_USED_UP -> error(429, "slow down", "Retry-After: 3600");
            default -> error(400, "\"nope\" does not support thinking");
        };
    }

    private static Refused error(int status, String message, String... headers) {
        return new Refused(status, "{\"error\":" + Text.quoted(message) + "}", List.of(headers));
    }

    @Override
    Wire wire(Seen request) {
        return new Lines(Text.read(request.body()).path("model").asText());
    }

    private final class Lines implements Wire {
        private final String model;

        Lines(String model) {
            this.model = model;
        }

        @Override
        public String model() {
            return model;
        }

        @Override
        public String type() {
            return "application/x-ndjson";
        }

        @Override
        public String opening() {
            return "\n"; // a blank line, as there is nothing to say before the text
        }

        private String line(String message, String rest) {
            return raw("{\"model\":" + Text.quoted(model)
                    + ",\"created_at\":\"2026-11-21T10:00:00.123456789Z\",\"message\":"
                    + "{\"role\":\"assistant\"," + message + "},\"done\":" + rest + "}");
        }

        @Override
        public String text(String piece) {
            return line("\"content\":" + Text.quoted(piece), "false");
        }

        @Override
        public String thought(String words) {
            return line("\"content\":\"\",\"thinking\":" + Text.quoted(words), "false");
        }

        @Override
        public String last(String reason) {
            return reason.endsWith("blocked")
                    ? error()
                    : line("\"content\":\"\"", "true,\"done_reason\":\"" + reason + "\",\"total_duration\":1200000000,"
                            + "\"load_duration\":20000000,\"prompt_eval_count\":" + promptTokens
                            + ",\"prompt_eval_duration\":300000000,\"eval_count\":" + outputTokens
                            + ",\"eval_duration\":800000000");
        }

        @Override
        public String error() {
            return raw("{\"error\":\"an error was encountered while running the model: unexpected EOF\"}");
        }

        @Override
        public String raw(String text) {
            return text + "\n";
        }
    }
}
