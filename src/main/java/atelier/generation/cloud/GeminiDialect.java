package atelier.generation.cloud;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Refusal;
import atelier.generation.transport.RetryAfter;
import atelier.generation.transport.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The stream of `:streamGenerateContent?alt=sse` and the errors of Google's APIs. One per call, as it counts tokens: the library
/// leaves thoughts out, which are paid for alike.
final class GeminiDialect implements Dialect {
    private @Nullable Usage usage;

    @Override
    public @Nullable Usage usage() {
        return usage;
    }

    @Override
    public Trouble refused(Refusal refusal) {
        // Without alt=sse understood, errors come as a list of one.
        JsonNode body = refusal.json().isArray() ? refusal.json().path(0) : refusal.json();
        Trouble told = told(body.path("error"), refusal.status(), refusal.retryAfter());
        return told != null ? told : refusal.plainly();
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        JsonNode error = frame.path("error");
        if (error.isObject()) {
            int status = error.path("code").asInt(500);
            Trouble told = told(error, status, null);
            return told != null ? told : new Refusal(status, null, frame.toString()).plainly();
        }
        count(frame.path("usageMetadata"));
        if (frame.path("promptFeedback").has("blockReason")) {
            return Trouble.lasting(Failure.BLOCKED, "prompt refused");
        }
        return switch (frame.path("candidates").path(0).path("finishReason").asText("")) {
            case "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION" ->
                Trouble.lasting(Failure.BLOCKED, "content refused");
            case "MALFORMED_FUNCTION_CALL", "OTHER" ->
                Trouble.passing(Failure.TRUNCATED, "the model stopped in the middle");
            default -> null;
        };
    }

    /// The counts of each frame include those before it.
    private void count(JsonNode counts) {
        if (counts.has("promptTokenCount")) {
            usage = new Usage(counts.path("promptTokenCount").asLong(0),
                    counts.path("cachedContentTokenCount").asLong(0),
                    counts.path("candidatesTokenCount").asLong(0) + counts.path("thoughtsTokenCount").asLong(0));
        }
    }

    private static @Nullable Trouble told(JsonNode error, int status, @Nullable Duration header) {
        String details = error.path("details").toString();
        if (details.contains("API_KEY_INVALID")) {
            return Trouble.lasting(Failure.UNAUTHORIZED, "key refused");
        }
        if (status == 429) {
            return slowDown(error, header);
        }
        return switch (error.path("status").asText("")) {
            case "FAILED_PRECONDITION" ->
                Trouble.lasting(Failure.UNAUTHORIZED, "not offered to this account or country");
            case "DEADLINE_EXCEEDED" -> Trouble.passing(Failure.SERVER_ERROR, "the provider took too long");
            default -> null;
        };
    }

    private static Trouble slowDown(JsonNode error, @Nullable Duration header) {
        Duration wait = header;
        boolean usedUp = error.path("message").asText("").contains("limit: 0");
        for (JsonNode detail : error.path("details")) {
            String delay = detail.path("retryDelay").asText("");
            wait = delay.isEmpty() ? wait : RetryAfter.seconds(delay);
            for (JsonNode violation : detail.path("violations")) {
                usedUp |= violation.path("quotaId").asText("").contains("PerDay");
            }
        }
        return usedUp
                ? Trouble.lasting(Failure.RATE_LIMITED, "quota used up")
                : RetryAfter.slowDown(wait);
    }
}
