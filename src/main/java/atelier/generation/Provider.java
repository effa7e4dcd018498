package atelier.generation;

import java.time.Duration;

/// One model server: Ollama, LM Studio, Gemini. Thread-safe; never throws for what the server does.
public interface Provider {
    /// Short lower-case name, such as `ollama`; of its own for every server.
    String id();

    /// What kind of server it is, as people and price tables name it; there may be several of a kind.
    default String kind() {
        return id();
    }

    /// The server itself, the same for all that speak to it; see [atelier.generation.turn.Place].
    default String place() {
        return id();
    }

    /// Whether prompts stay on the owner's own machines.
    boolean isLocal();

    /// Asks which models there are, without generating anything. Answers within `limit`.
    Listing models(Duration limit);

    /// The same, or what it answered not long ago.
    default Listing recent(Duration limit) {
        return models(limit);
    }

    /// Has the prompt answered; blocks, and hands visible text to [Ask#onText()] on the calling thread. One try, no retry.
    Outcome generate(Ask ask);

    /// Tokens an answer may have where a prompt sets no limit but somebody pays: as many as every model of the server takes.
    default int longestAnswer() {
        return 16_384;
    }

    /// Brings the model into memory without generating, as this very wish needs it; blocks until it is there.
    ///
    /// @return false when the server could not be asked to, or failed
    default boolean load(Ask ask) {
        return false;
    }
}
