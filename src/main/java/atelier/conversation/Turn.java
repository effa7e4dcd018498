package atelier.conversation;

import java.time.Instant;
import java.util.regex.Pattern;

/// One side's words.
///
/// @param job     the work these words belong to
/// @param speaker name of who said it, or was answered, where several people talk; else empty
public record Turn(Role role, String text, String job, Instant at, String speaker) {
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'._-]+");

    /// Where it is plain who speaks, or about to be found out.
    public Turn(Role role, String text, String job, Instant at) {
        this(role, text, job, at, "");
    }

    /// Who spoke.
    public enum Role {
        PERSON, ASSISTANT
    }

    /// The words with the name of who said them, as a model reads them. A name is one word or a few, whatever somebody calls
    /// themselves, so that it cannot pass for another turn.
    public String attributed() {
        return role == Role.PERSON && !speaker.isEmpty() ? plainSpeaker() + ": " + text : text;
    }

    /// The name without what could be taken for anything but a name.
    public String plainSpeaker() {
        var plain = NO_NAME.matcher(speaker).replaceAll(" ").strip();
        return plain.isEmpty() ? "somebody" : plain;
    }
}
