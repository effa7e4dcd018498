package atelier.generation.cloud;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Refusal;
import atelier.generation.transport.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The stream of `/v1/messages` and its errors. One per call, as it counts tokens: the server counts those read from and written to
/// its cache apart from the other input.
final class AnthropicDialect implements Dialect {
    private long input;
    private long cached;
    private long output;

    @Override
    public @Nullable Usage usage() {
        return input == 0 && output == 0 ? null : new Usage(input, cached, output);
    }

    @Override
    public Trouble refused(Refusal refusal) {
        if (Refusal.message(refusal.json()).contains("credit balance is too low")) { // a 400 like any other
            return Trouble.lasting(Failure.RATE_LIMITED, "credit used up");
        }
        return refusal.plainly();
    }

    @Override
    public String event(JsonNode frame) {
        return frame.path("type").asText("");
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        switch (event(frame)) {
            case "error" -> {
                return told(frame.path("error"), Refusal.message(frame));
            }
            case "message_start" -> count(frame.path("message").path("usage"));
            case "message_delta" -> {
                count(frame.path("usage"));
                return ended(frame.path("delta").path("stop_reason").asText(""));
            }
            default -> {
                // Text, or something the library knows better.
            }
        }
        return null;
    }

    private void count(JsonNode counts) {
        if (counts.has("input_tokens")) {
            cached = counts.path("cache_read_input_tokens").asLong(cached);
            input = counts.path("input_tokens").asLong(0) + cached
                    + counts.path("cache_creation_input_tokens").asLong(0);
        }
        output = counts.path("output_tokens").asLong(output);
    }

    /// The reasons the library does not know.
    private static @Nullable Trouble ended(String reason) {
        return switch (reason) {
            case "refusal" -> Trouble.lasting(Failure.BLOCKED, "content refused");
            case "model_context_window_exceeded" ->
                Trouble.lasting(Failure.TRUNCATED, "answer longer than the model's limit");
            default -> null;
        };
    }

    private static Trouble told(JsonNode error, String words) {
        return switch (error.path("type").asText("")) {
            case "overloaded_error" -> Trouble.passing(Failure.SERVER_ERROR, "busy");
            case "rate_limit_error" -> Trouble.passing(Failure.RATE_LIMITED, "asks to slow down");
            case "authentication_error", "permission_error" -> Trouble.lasting(Failure.UNAUTHORIZED, "key refused");
            case "billing_error" -> Trouble.lasting(Failure.RATE_LIMITED, "credit used up");
            default -> Trouble.passing(Failure.SERVER_ERROR, words.isEmpty() ? "error in the middle" : words);
        };
    }

    @Override
    public boolean isLast(JsonNode frame) {
        return event(frame).equals("message_stop");
    }
}
