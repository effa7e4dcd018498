package atelier.generation.local;

import atelier.generation.Failure;
import atelier.generation.Prompt;
import atelier.generation.Tokens;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Framing;
import atelier.generation.transport.Json;
import atelier.generation.transport.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// The stream of `/api/chat`: one JSON object per line, the last one with `done` and the counts.
record OllamaDialect(Prompt prompt, int context) implements Dialect {
    @Override
    public Framing framing() {
        return Framing.LINES;
    }

    /// The library does not know this option of Ollama's.
    @Override
    public String request(String body) {
        Double penalty = prompt.sampling().frequencyPenalty();
        if (penalty == null || !(Json.read(body) instanceof ObjectNode request)) {
            return body;
        }
        request.withObject("/options").put("frequency_penalty", penalty);
        return request.toString();
    }

    @Override
    public Trouble refused(Refusal refusal) {
        return refusal.plainly();
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        if (frame.has("error")) {
            return new Trouble(Failure.SERVER_ERROR, Refusal.message(frame), true, null);
        }
        if (isLast(frame) && wasCut(frame.path("prompt_eval_count").asLong(0))) {
            return Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit and was cut");
        }
        return null;
    }

    @Override
    public boolean isLast(JsonNode frame) {
        return frame.path("done").asBoolean(false);
    }

    /// A cut prompt is evaluated to fewer tokens than it can have, and only one near the length of the context is ever cut.
    private boolean wasCut(long evaluated) {
        return evaluated > 0 && evaluated < Tokens.atLeast(prompt) && Tokens.atMost(prompt) > context;
    }
}
