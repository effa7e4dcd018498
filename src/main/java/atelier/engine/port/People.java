package atelier.engine.port;

import atelier.account.Grants;
import atelier.account.Offers;
import atelier.account.Tiers;
import atelier.account.link.Links;
import atelier.account.stars.Orders;
import java.time.ZoneId;
import java.util.function.LongPredicate;

/// What people have and may have.
///
/// @param offers how they come by tiers on the platforms
/// @param stars  where Stars are paid
/// @param banned whether an account may buy nothing
/// @param zone   in whose midnight days begin
public record People(Tiers tiers, Offers offers, Grants grants, Orders orders, StarShop stars, Links links,
        LongPredicate banned, ZoneId zone) {}
