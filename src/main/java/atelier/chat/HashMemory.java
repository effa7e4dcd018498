package atelier.chat;

import org.jspecify.annotations.Nullable;

/// Remembers across restarts what was last told to a platform, so that the same is not told again (command lists have
/// daily limits).
public interface HashMemory {
    /// The hash last remembered under `key`.
    @Nullable
    String last(String key);

    /// Keeps `hash` under `key`.
    void remember(String key, String hash);
}
