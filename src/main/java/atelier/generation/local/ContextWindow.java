package atelier.generation.local;

import atelier.generation.Prompt;
import atelier.generation.Tokens;

/// How long a context a model can have. Ollama cuts longer prompts without a word, so the length is always asked for.
///
/// @param longest what the model allows; 0 when not known
/// @param loaded  what it has been loaded with; 0 when it is not loaded
record ContextWindow(int longest, int loaded) {
    static final ContextWindow UNKNOWN = new ContextWindow(0, 0);
    private static final int SMALLEST = 8192;
    private static final int ANSWER = 4096; // programs are long

    boolean cannotHold(Prompt prompt) {
        return longest > 0 && Tokens.atLeast(prompt) >= longest;
    }

    /// The length to ask for. Lengths double, and one that is already loaded is kept while it suffices: another means loading again.
    int wanted(Prompt prompt) {
        Integer maxTokens = prompt.sampling().maxTokens();
        long needed = Tokens.atMost(prompt) + (maxTokens == null ? ANSWER : Math.min(maxTokens, longestAnswer()));
        if (loaded >= needed) {
            return loaded;
        }
        long length = SMALLEST;
        while (length < needed) {
            length *= 2;
        }
        return (int) Math.min(length, longest > 0 ? longest : Integer.MAX_VALUE / 2);
    }

    private int longestAnswer() {
        return longest > 0 ? longest : Integer.MAX_VALUE;
    }
}
