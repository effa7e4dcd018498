package atelier.generation;

import java.util.function.Consumer;

/// One wish to have a prompt answered, with what routing must know.
///
/// @param prompt       what to ask
/// @param terms        for whom, and who may answer
/// @param onText       called with each further piece of visible text, on the calling thread
/// @param cancellation stops the generation at any moment
/// @param onWait       told while the wish stands in line before a model that is busy
public record Request(Prompt prompt, Terms terms, Consumer<String> onText, Cancellation cancellation, Waiting onWait) {
    /// Of somebody who need not be told of waiting.
    public Request(Prompt prompt, Terms terms, Consumer<String> onText, Cancellation cancellation) {
        this(prompt, terms, onText, cancellation, (_, _) -> {});
    }

    /// Hears of a line.
    @FunctionalInterface
    public interface Waiting {
        /// Called on the asking thread when the wish begins to wait, and whenever the number changes.
        ///
        /// @param model  as people know it
        /// @param before how many are answered first
        void waits(String model, int before);
    }
}
