package atelier.quota;

import java.time.Instant;

/// Messages taken for one piece of work, and what became of them.
///
/// @param words what was asked for
/// @param taken messages it was reserved
/// @param kept  messages that count for good; as many as taken while it is under way
public record Charge(Instant at, String words, int taken, int kept, Ending ending) {
    /// How the work ended, which is why it counts or does not.
    public enum Ending {
        DELIVERED, UNDERWAY, REMEMBERED, FAILED, STOPPED
    }
}
