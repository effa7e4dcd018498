package atelier.engine;

import atelier.chat.Platform;

/// The events already taken in.
public interface Inbox {
    /// Remembers an event.
    ///
    /// @return false when it was known
    boolean add(Platform platform, String eventId);
}
