package atelier.quota;

import java.time.Duration;

/// How fast each account sends requests, kept where all nodes see it and a restart does not forget it.
public interface Pace {
    /// Takes one request, in the current transaction; counting and comparing are one step.
    ///
    /// @param perMinute how many may come in a minute, and at once after a quiet one
    /// @return zero when it was in time, else how long until the next one is
    Duration take(long account, int perMinute);
}
