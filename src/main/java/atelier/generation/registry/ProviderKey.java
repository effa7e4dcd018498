package atelier.generation.registry;

import java.time.Instant;

/// What may be shown of a provider key.
///
/// @param provider such as `gemini`
/// @param origin   the only place it is sent to
/// @param lastFour its last characters; empty for a key too short to show any
/// @param created  when the owner first gave a key for this provider and place
/// @param rotated  when they last replaced it; the same as `created` if never
public record ProviderKey(Owner owner, String provider, Origin origin, String lastFour, Instant created,
        Instant rotated) {}
