package atelier.generation.cloud;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Refusal;
import atelier.generation.transport.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The stream of `/v1/chat/completions` as OpenAI itself sends it, and its errors. One per call, as it counts tokens.
final class OpenAiDialect implements Dialect {
    private @Nullable Usage usage;

    @Override
    public @Nullable Usage usage() {
        return usage;
    }

    @Override
    public Trouble refused(Refusal refusal) {
        Trouble told = told(refusal.json().path("error"));
        return told != null ? told : refusal.plainly();
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        JsonNode error = frame.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            Trouble told = told(error);
            return told != null ? told : broken(Refusal.message(frame));
        }
        count(frame.path("usage"));
        return frame.path("choices").path(0).path("delta").path("refusal").asText("").isEmpty()
                ? null
                : Trouble.lasting(Failure.BLOCKED, "content refused");
    }

    private static Trouble broken(String words) {
        return Refusal.saysTooLong(words)
                ? Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit")
                : Trouble.passing(Failure.SERVER_ERROR, words.isEmpty() ? "error in the middle" : words);
    }

    private void count(JsonNode counts) {
        if (counts.has("prompt_tokens")) {
            usage = new Usage(counts.path("prompt_tokens").asLong(0),
                    counts.path("prompt_tokens_details").path("cached_tokens").asLong(0),
                    counts.path("completion_tokens").asLong(0));
        }
    }

    /// What the error's code says beyond its status; `code` and `type` name the same things in turn.
    private static @Nullable Trouble told(JsonNode error) {
        String code = error.path("code").asText("");
        return switch (code.isEmpty() || code.equals("null") ? error.path("type").asText("") : code) {
            // A 429 like any other, but no waiting helps.
            case "insufficient_quota", "billing_hard_limit_reached", "billing_not_active" ->
                Trouble.lasting(Failure.RATE_LIMITED, "credit used up");
            case "context_length_exceeded" -> Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit");
            case "model_not_found" -> Trouble.lasting(Failure.MODEL_MISSING, "model missing");
            case "invalid_api_key" -> Trouble.lasting(Failure.UNAUTHORIZED, "key refused");
            case "unsupported_country_region_territory" ->
                Trouble.lasting(Failure.UNAUTHORIZED, "not offered to this account or country");
            case "content_filter", "content_policy_violation" ->
                Trouble.lasting(Failure.BLOCKED, "content refused");
            default -> null;
        };
    }
}
