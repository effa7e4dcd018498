package atelier.generation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model is asked.
///
/// @param system   instructions
/// @param turns    the conversation, oldest first, the last one the person's
/// @param sampling how to draw
/// @param schema   JSON schema (as text) the answer should follow; null for free text
public record Prompt(String system, List<Turn> turns, Sampling sampling, @Nullable String schema) {
    public Prompt {
        turns = List.copyOf(turns);
    }

    public static Prompt of(String system, String words) {
        return new Prompt(system, List.of(new Turn(Turn.Role.PERSON, words)), Sampling.DEFAULT, null);
    }

    /// One side's words.
    public record Turn(Role role, String text) {
        /// Who spoke.
        public enum Role {
            PERSON, ASSISTANT
        }
    }

    /// The same, to be drawn otherwise.
    public Prompt with(Sampling changed) {
        return new Prompt(system, turns, changed, schema);
    }

    /// How to draw; null leaves a matter to the model. Providers leave out what their models refuse.
    ///
    /// @param temperature      0 to 2
    /// @param topP             0 to 1
    /// @param maxTokens        1 to 100,000
    /// @param frequencyPenalty −2 to 2
    public record Sampling(@Nullable Double temperature, @Nullable Double topP, @Nullable Integer maxTokens,
            @Nullable Double frequencyPenalty) {
        public static final Sampling DEFAULT = new Sampling(null, null);

        public Sampling(@Nullable Double temperature, @Nullable Integer maxTokens) {
            this(temperature, null, maxTokens, null);
        }

        /// These, with what `stronger` says instead wherever it says something.
        public Sampling under(Sampling stronger) {
            return new Sampling(stronger.temperature != null ? stronger.temperature : temperature,
                    stronger.topP != null ? stronger.topP : topP,
                    stronger.maxTokens != null ? stronger.maxTokens : maxTokens,
                    stronger.frequencyPenalty != null ? stronger.frequencyPenalty : frequencyPenalty);
        }

        /// The same with another limit on the answer.
        public Sampling withMaxTokens(@Nullable Integer changed) {
            return new Sampling(temperature, topP, changed, frequencyPenalty);
        }
    }
}
