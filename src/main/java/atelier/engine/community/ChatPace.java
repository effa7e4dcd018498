package atelier.engine.community;

import java.time.Duration;

/// How fast requests come in one shared chat, whoever sends them.
public interface ChatPace {
    /// Takes one request, in the current transaction.
    ///
    /// @param perMinute how many may come in a minute, and at once after a quiet one
    /// @return zero when it was in time, else how long until the next one is
    Duration take(String chatKey, int perMinute);
}
