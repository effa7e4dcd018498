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

    /// @param temperature 0 to 2; null leaves the model's own
    /// @param maxTokens   1 to 100,000; null leaves the model's own
    public record Sampling(@Nullable Double temperature, @Nullable Integer maxTokens) {
        public static final Sampling DEFAULT = new Sampling(null, null);
    }
}
