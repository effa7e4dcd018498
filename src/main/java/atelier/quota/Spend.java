package atelier.quota;

import atelier.language.Sentence;
import java.time.Instant;

/// Whether a message may be worked on.
public sealed interface Spend {
    record Granted() implements Spend {}

    /// @param sentence what the person is told: why, and when to try again
    record Refused(Sentence sentence, Instant tryAgain) implements Spend {}
}
