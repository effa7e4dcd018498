package atelier.account;

import java.util.Comparator;
import java.util.Set;

/// What a subscription allows.
///
/// @param messagesPerDay   messages a day in the quota's time zone
/// @param requestsPerMinute requests a minute, charged or not
/// @param concurrentJobs   jobs running at once for one person
/// @param cloud            whether cloud models may answer
/// @param priority         higher is served first
/// @param features         what may be asked for at all
/// @param stars            what thirty days of it cost at Telegram, in Stars; 0 where it is not sold there
public record Tier(String name, int messagesPerDay, int requestsPerMinute, int concurrentJobs, boolean cloud,
        int priority, Set<Feature> features, int stars) {
    /// From the least to the best: who is served first, then who may say more.
    public static final Comparator<Tier> BY_WORTH = Comparator.comparingInt(Tier::priority)
            .thenComparingInt(Tier::messagesPerDay).thenComparingInt(it -> it.features().size())
            .thenComparing(Tier::name);

    public Tier {
        features = Set.copyOf(features);
    }

    /// With every feature, and not for sale.
    public Tier(String name, int messagesPerDay, int requestsPerMinute, int concurrentJobs, boolean cloud,
            int priority) {
        this(name, messagesPerDay, requestsPerMinute, concurrentJobs, cloud, priority, Feature.all(), 0);
    }
}
