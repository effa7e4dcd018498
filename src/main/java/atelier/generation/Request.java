package atelier.generation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One wish to have a prompt answered, with what routing must know.
///
/// @param prompt    what to ask
/// @param model     model wished for by name (`llama3`, `ollama/llama3`), strict: no other answers; null lets the router choose
/// @param preferred model to ask first where none is wished for; others answer in its place when it cannot; null for none
/// @param cloud     whether cloud models may answer
/// @param onText    called with each further piece of visible text, on the calling thread
/// @param cancellation stops the generation at any moment
public record Request(Prompt prompt, @Nullable String model, @Nullable String preferred, boolean cloud,
        Consumer<String> onText, Cancellation cancellation) {
    /// Without a preference.
    public Request(Prompt prompt, @Nullable String model, boolean cloud, Consumer<String> onText,
            Cancellation cancellation) {
        this(prompt, model, null, cloud, onText, cancellation);
    }
}
