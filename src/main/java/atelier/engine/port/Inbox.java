package atelier.engine.port;

import atelier.chat.Platform;
import java.time.Instant;

/// The events already taken in.
public interface Inbox {
    /// Remembers an event.
    ///
    /// @return false when it was known
    boolean add(Platform platform, String eventId);

    /// Forgets events older than any platform delivers again.
    void forget(Instant before);
}
