package atelier.generation;

import java.nio.charset.StandardCharsets;

/// Estimates of token counts, from bytes rather than letters so that every script is treated alike.
public final class Tokens {
    private static final int PER_MESSAGE = 16;

    private Tokens() {}

    /// The likely number: four bytes to the token.
    public static long estimate(CharSequence text) {
        return text.isEmpty() ? 0 : Math.ceilDiv(bytes(text), 4);
    }

    /// The likely number for a whole prompt.
    public static long estimate(Prompt prompt) {
        return Math.ceilDiv(bytes(prompt), 4);
    }

    /// A number the prompt will hardly exceed.
    public static long atMost(Prompt prompt) {
        return Math.ceilDiv(bytes(prompt), 3) + (long) PER_MESSAGE * (prompt.turns().size() + 1);
    }

    /// A number the prompt will hardly stay below.
    public static long atLeast(Prompt prompt) {
        return bytes(prompt) / 10;
    }

    private static long bytes(Prompt prompt) {
        long sum = bytes(prompt.system());
        for (Prompt.Turn turn : prompt.turns()) {
            sum += bytes(turn.text());
        }
        return sum;
    }

    private static long bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
