package atelier.generation.transport;

import atelier.generation.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// What is particular about one kind of server's stream.
public interface Dialect {
    default Framing framing() {
        return Framing.EVENTS;
    }

    /// The request as the library made it, with what the library has no word for.
    ///
    /// @param body JSON
    default String request(String body) {
        return body;
    }

    /// Why the server refused.
    Trouble refused(Refusal refusal);

    /// @return trouble that this frame of a running stream tells of; null when it is fine
    @Nullable
    Trouble check(JsonNode frame);

    /// What the frames so far told of the tokens; null when the library's own count will do.
    default @Nullable Usage usage() {
        return null;
    }

    /// The name of the event, where the library goes by it; null elsewhere.
    default @Nullable String event(JsonNode frame) {
        return null;
    }

    /// Whether nothing follows this frame.
    default boolean isLast(JsonNode frame) {
        return false;
    }
}
