package atelier.generation.transport;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer with another status than 200.
///
/// @param retryAfter from the header of that name; null when there was none
/// @param body       its beginning, as text
public record Refusal(int status, @Nullable Duration retryAfter, String body) {
    private static final Pattern TOO_LONG = Pattern.compile(
            "(?i)exceed_context_size|context_length_exceeded|context (length|size|window|the)|exceeds the (maximum|available)|too many tokens|prompt is too long|input token count");

    private static final Pattern SCHEMA = Pattern.compile(
            "(?i)response_?format|json[_ ]?schema|structured[_ ]?output|guided[_ ]|grammar|\\bformat\\b|responseSchema");

    /// Whether what is refused is the form that the answer should have, which not every server and model knows of.
    boolean isOfSchema() {
        boolean ofRequest = status == 400 || status == 422 || status == 500 || status == 501;
        return ofRequest && SCHEMA.matcher(body).find() && !saysTooLong(body);
    }

    /// The body as JSON; a missing node when it is something else.
    public JsonNode json() {
        return Json.read(body);
    }

    /// What the status alone says, in the server's words where it has any.
    public Trouble plainly() {
        String words = message(json());
        if (status >= 300 && status < 400) {
            return Trouble.lasting(Failure.INVALID, "the server redirects, which is not followed");
        }
        if (TOO_LONG.matcher(words).find() || status == 413) {
            return Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit");
        }
        return switch (status) {
            case 401, 403 -> Trouble.lasting(Failure.UNAUTHORIZED, "key refused");
            case 404 -> Trouble.lasting(Failure.MODEL_MISSING, "model missing");
            case 402 -> Trouble.lasting(Failure.RATE_LIMITED, "credit used up");
            case 429 -> RetryAfter.slowDown(retryAfter);
            case 503, 529 -> new Trouble(Failure.SERVER_ERROR, "busy", true, retryAfter);
            default -> new Trouble(Failure.SERVER_ERROR, words.isEmpty() ? "error " + status : words, status >= 500,
                    retryAfter);
        };
    }

    /// Of an answer that is not what such a server gives. A server that fails, sends elsewhere or asks for a key may still be one.
    ///
    /// @param kind of server, such as `Ollama`
    public static Trouble ofStranger(Http.Reply.Got answer, String kind) {
        int status = answer.status();
        boolean mayBe = (status >= 300 && status < 400) || status == 401 || status == 403 || status == 429
                || status >= 500;
        return mayBe
                ? new Refusal(status, answer.retryAfter(), answer.body().toString()).plainly()
                : Trouble.lasting(Failure.INVALID, "this is no " + kind
                        + (status == 200 ? "" : " (status " + status + ")"));
    }

    /// The words of an error, which servers send as a string, as an object, or not at all.
    public static String message(JsonNode body) {
        JsonNode error = body.path("error");
        if (error.isTextual()) {
            return error.asText();
        }
        return error.path("message").asText(body.path("message").asText(""));
    }

    /// Whether the words say that the prompt has more tokens than the model takes.
    public static boolean saysTooLong(String words) {
        return TOO_LONG.matcher(words).find();
    }
}
