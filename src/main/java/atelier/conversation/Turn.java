package atelier.conversation;

import java.time.Instant;

/// One side's words.
///
/// @param job     the work these words belong to
/// @param speaker name of who said it, or was answered, where several people talk; else empty
public record Turn(Role role, String text, String job, Instant at, String speaker) {
    /// Where it is plain who speaks, or about to be found out.
    public Turn(Role role, String text, String job, Instant at) {
        this(role, text, job, at, "");
    }

    /// Who spoke.
    public enum Role {
        PERSON, ASSISTANT
    }

    /// The words with the name of who said them, as a model reads them.
    public String attributed() {
        return role == Role.PERSON && !speaker.isEmpty() ? speaker + ": " + text : text;
    }
}
