package atelier.chat;

import java.util.Locale;

/// A person as the platform knows them. Identity is platform and id, never the name, which may be recycled.
///
/// @param id   the numeric id the platform gave
/// @param name     how to address them; never compared
/// @param standing what they are where they speak
public record Sender(Platform platform, String id, String name, Locale locale, Standing standing) {
    /// Somebody of whom nothing else is known.
    public Sender(Platform platform, String id, String name, Locale locale) {
        this(platform, id, name, locale, Standing.UNKNOWN);
    }

    /// One text that names this person among all platforms, such as `TELEGRAM:42`.
    public String key() {
        return platform + ":" + id;
    }
}
