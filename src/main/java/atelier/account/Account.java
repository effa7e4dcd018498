package atelier.account;

import java.util.Locale;

/// A person known to Atelier; several platform identities may belong to one account.
///
/// @param id     Atelier's own number
/// @param tier   what they may do
/// @param locale the language they chose here, else the one they last used on their platform
public record Account(long id, Tier tier, Locale locale) {}
