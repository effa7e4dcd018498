package atelier.generation.registry;

import atelier.chat.UserFacingException;
import atelier.language.Sentence;
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
        check(temperature, 0, 2, "temperature");
        check(topP, 0, 1, "top-p");
        check(maxTokens, 1, 100_000, "max-tokens");
        check(frequencyPenalty, -2, 2, "frequency-penalty");
    }

    private static void check(@Nullable Number value, double least, double most, String name) {
        // Written so that what is no number at all is refused too.
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new UserFacingException(Sentence.of("model.draft." + name));
        }
    }
}
