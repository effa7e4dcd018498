package atelier.account;

import atelier.chat.Platform;

/// A person at one platform.
///
/// @param id   the number the platform gave
/// @param name how they are called there; never compared
public record Identity(Platform platform, String id, String name) {
    /// One text that names it among all platforms, such as `telegram:42`.
    public String key() {
        return platform.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
