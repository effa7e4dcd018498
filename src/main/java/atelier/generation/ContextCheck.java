package atelier.generation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Notices that a prompt leaves a model no room to answer, before its server cuts the prompt or refuses it.
final class ContextCheck {
    /// Tokens that an answer of no set length needs: programs are long.
    private static final int ANSWER = 4096;

    private ContextCheck() {}

    /// @return why the model need not be asked; null when the prompt fits, or the server does not say how much does
    static @Nullable Trouble of(Prompt prompt, Model model) {
        long context = model.contextTokens();
        long likely = Tokens.estimate(prompt);
        if (context <= 0 || likely + reserve(prompt, context) <= context) {
            return null;
        }
        String counts = String.format(Locale.ROOT, "≈ %,d of %,d tokens", rounded(likely), context);
        return Trouble.lasting(Failure.TOO_LONG, likely > context
                ? "prompt too long (" + counts + ")"
                : "prompt too long (" + counts + ", no room for an answer)");
    }

    /// No more than a quarter, or small models would not be asked at all.
    private static long reserve(Prompt prompt, long context) {
        Integer most = prompt.sampling().maxTokens();
        return Math.min(most == null ? ANSWER : most, context / 4);
    }

    private static long rounded(long tokens) {
        return tokens < 1000 ? tokens : Math.round(tokens / 100.0) * 100;
    }
}
