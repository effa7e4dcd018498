package atelier.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The tiers of this service, from its configuration.
///
/// @param byName      at least the default one
/// @param defaultTier name of the tier of everybody without another
public record Tiers(Map<String, Tier> byName, String defaultTier) {
    public Tiers {
        byName = Map.copyOf(byName);
        if (!byName.containsKey(defaultTier)) {
            throw new IllegalArgumentException("the default tier '" + defaultTier + "' is not among the tiers");
        }
    }

    /// The tier of this name; the default one when the name is no longer configured.
    public Tier named(String name) {
        var tier = byName.get(name);
        return tier != null ? tier : byDefault();
    }

    public Tier byDefault() {
        var tier = byName.get(defaultTier);
        if (tier == null) {
            throw new IllegalStateException("no default tier");
        }
        return tier;
    }

    /// The best of these tiers and the default one.
    public Tier best(Collection<String> names) {
        return names.stream().map(this::named).filter(it -> Tier.BY_WORTH.compare(it, byDefault()) > 0)
                .max(Tier.BY_WORTH).orElse(byDefault());
    }

    /// From the least to the best.
    public List<Tier> all() {
        return byName.values().stream().sorted(Tier.BY_WORTH).toList();
    }
}
