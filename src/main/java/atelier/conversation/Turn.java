package atelier.conversation;

import java.time.Instant;

/// One side's words.
///
/// @param job the work these words belong to
public record Turn(Role role, String text, String job, Instant at) {
    /// Who spoke.
    public enum Role {
        PERSON, ASSISTANT
    }
}
