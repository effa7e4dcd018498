package atelier.engine.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// For how long what people said and had made is kept.
///
/// @param conversations after their last use; null keeps them until somebody deletes them
/// @param files         what was made, after the last use of its conversation
/// @param calls         what was noted of calls of models
/// @param events        the platform's numbers of what people did, by which an event that comes again is known
public record Retention(@Nullable Duration conversations, Duration files, Duration calls, Duration events) {
    /// For a day, what was deleted by mistake can be brought back.
    public static final Duration SECOND_THOUGHTS = Duration.ofDays(1);

    /// What holds unless the configuration says otherwise.
    public static final Retention USUAL = new Retention(null, Duration.ofDays(90), Duration.ofDays(90),
            Duration.ofDays(7));
}
