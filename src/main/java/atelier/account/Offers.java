package atelier.account;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How people come by tiers on the platforms, as the operator set it.
///
/// @param roles   tier by the number of a Discord role
/// @param skus    tier by the number of what is sold at Discord
/// @param terms   page with the terms of sale; null for the words we have
/// @param support how to reach whoever answers for payments; empty when nobody said
public record Offers(Map<String, String> roles, Map<String, String> skus, @Nullable URI terms, String support) {
    /// Nothing is sold, and no role counts.
    public static final Offers NONE = new Offers(Map.of(), Map.of(), null, "");

    public Offers {
        roles = Map.copyOf(roles);
        skus = Map.copyOf(skus);
    }

    /// What at Discord is sold for this tier.
    public Optional<String> sku(String tier) {
        return skus.entrySet().stream().filter(it -> it.getValue().equals(tier)).map(Map.Entry::getKey).sorted()
                .findFirst();
    }
}
