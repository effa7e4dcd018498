package atelier.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A reason to be in a tier.
///
/// @param identity  who has it; the tier counts for their whole account
/// @param reference which one of its source: a role's server, an entitlement, an order
/// @param ends      the first moment at which it no longer counts; null when it has no end
public record Grant(Identity identity, Source source, String reference, String tier, @Nullable Instant ends) {
    /// Who gave it.
    public enum Source {
        /// Whoever runs this Atelier.
        ADMIN,
        /// A role in a Discord server.
        ROLE,
        /// Something bought at Discord.
        ENTITLEMENT,
        /// A subscription paid with Telegram Stars.
        STARS
    }
}
