package atelier.chat;

import java.util.Locale;

/// A person as the platform knows them. Identity is platform and id, never the name, which may be recycled.
///
/// @param id   the numeric id the platform gave
/// @param name how to address them; never compared
public record Sender(Platform platform, String id, String name, Locale locale) {}
