package atelier.generation.registry;

import atelier.chat.UserFacingException;
import org.jspecify.annotations.Nullable;

/// How a model is to be asked; null leaves a matter to its server.
///
/// @param temperature      0 to 2
/// @param topP             0 to 1
/// @param maxTokens        1 to 100,000
/// @param frequencyPenalty −2 to 2
public record Parameters(@Nullable Double temperature, @Nullable Double topP, @Nullable Integer maxTokens,
        @Nullable Double frequencyPenalty) {
    /// Everything left to the server.
    public static final Parameters USUAL = new Parameters(null, null, null, null);

    /// @throws UserFacingException naming what is out of range
    public Parameters {
        check(temperature, 0, 2,
                "The temperature is a number from 0 (always the likeliest word) to 2 (wild), such as 0.7.");
        check(topP, 0, 1, "Top-p is a number from 0 to 1, such as 0.9.");
        check(maxTokens, 1, 100_000, "Max tokens is a whole number from 1 to 100,000, such as 2000.");
        check(frequencyPenalty, -2, 2, "The frequency penalty is a number from −2 to 2, such as 0.5.");
    }

    private static void check(@Nullable Number value, double least, double most, String sentence) {
        // Written so that what is no number at all is refused too.
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new UserFacingException(sentence);
        }
    }
}
