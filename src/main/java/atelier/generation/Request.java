package atelier.generation;

import java.util.function.Consumer;

/// One wish to have a prompt answered, with what routing must know.
///
/// @param prompt       what to ask
/// @param terms        for whom, and who may answer
/// @param onText       called with each further piece of visible text, on the calling thread
/// @param cancellation stops the generation at any moment
public record Request(Prompt prompt, Terms terms, Consumer<String> onText, Cancellation cancellation) {}
