package atelier.generation.local;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The stream of `/v1/chat/completions` as llama-server, vLLM, LocalAI and others copied it, and their errors.
record OpenAiCompatibleDialect() implements Dialect {
    /// Whether llama-server says that it is still reading its model.
    static boolean saysLoading(JsonNode body) {
        return Refusal.message(body).equalsIgnoreCase("Loading model");
    }

    @Override
    public Trouble refused(Refusal refusal) {
        return saysLoading(refusal.json())
                ? new Trouble(Failure.SERVER_ERROR, "loading", true, refusal.retryAfter())
                : refusal.plainly();
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        JsonNode error = frame.path("error");
        if (error.isMissingNode() || error.isNull()) {
            return null;
        }
        String words = Refusal.message(frame);
        return Refusal.saysTooLong(words)
                ? Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit")
                : Trouble.passing(Failure.SERVER_ERROR, words.isEmpty() ? "error in the middle" : words);
    }
}
