package atelier.generation;

import org.jspecify.annotations.Nullable;

/// What came of one try at one model.
public sealed interface Outcome {
    /// The whole answer came.
    ///
    /// @param text  what was streamed, without thinking; never blank
    /// @param model the model the server says answered
    /// @param inputTokens  as counted by the server, or estimated when it did not
    /// @param cachedTokens how many of the input tokens the server had kept from earlier
    /// @param outputTokens as counted by the server, thinking included, or estimated
    record Done(String text, String model, long firstTokenMs, long totalMs, long inputTokens,
            long cachedTokens, long outputTokens) implements Outcome {}

    /// No answer, or a part of one.
    ///
    /// @param partial visible text already streamed; empty when none
    /// @param counted what the server had counted until then; null when it had not
    record Broken(Trouble trouble, String partial, @Nullable Counted counted) implements Outcome {
        /// Without any count.
        public Broken(Trouble trouble, String partial) {
            this(trouble, partial, null);
        }
    }
}
