package atelier.chat;

import java.util.Locale;

/// A person as the platform knows them. Identity is platform and id, never the name, which may be recycled.
///
/// @param id   the numeric id the platform gave
/// @param name     how to address them; never compared
/// @param locale   the language they have set at the platform
/// @param standing what they are where they speak
/// @param isLocaleGuessed whether the platform did not tell their language this time; what it told before is better then
public record Sender(Platform platform, String id, String name, Locale locale, Standing standing,
        boolean isLocaleGuessed) {
    public Sender(Platform platform, String id, String name, Locale locale, Standing standing) {
        this(platform, id, name, locale, standing, false);
    }

    /// Somebody of whom nothing else is known.
    public Sender(Platform platform, String id, String name, Locale locale) {
        this(platform, id, name, locale, Standing.UNKNOWN);
    }

    /// Somebody named by another, who has said nothing themselves.
    public static Sender unheard(Platform platform, String id) {
        return new Sender(platform, id, id, Locale.ENGLISH, Standing.UNKNOWN, true);
    }

    /// One text that names this person among all platforms, such as `TELEGRAM:42`.
    public String key() {
        return platform + ":" + id;
    }
}
