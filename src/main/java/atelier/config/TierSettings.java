package atelier.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one tier allows, as the operator set it.
///
/// @param messagesPerDay    charged messages a day
/// @param requestsPerMinute requests a minute, charged or not
/// @param concurrentJobs    jobs running at once for one person
/// @param cloud             whether cloud models may answer
/// @param priority          higher is served first
/// @param budget            what cloud models may cost for one person
/// @param features          what may be asked for, by name; `all` is everything there is
/// @param stars             what thirty days cost at Telegram, in Stars; 0 where it is not sold there
public record TierSettings(int messagesPerDay, int requestsPerMinute, int concurrentJobs, boolean cloud, int priority,
        BudgetSettings budget, List<String> features, int stars) {
    /// Everything there is.
    static final List<String> ALL = List.of("all");

    public TierSettings {
        features = List.copyOf(features);
    }

    /// With every feature, and not for sale.
    TierSettings(int messagesPerDay, int requestsPerMinute, int concurrentJobs, boolean cloud, int priority,
            BudgetSettings budget) {
        this(messagesPerDay, requestsPerMinute, concurrentJobs, cloud, priority, budget, ALL, 0);
    }

    /// A tier of a name not listed in [#defaults] starts from these.
    static final TierSettings FREE = new TierSettings(25, 100, 1, true, 1, BudgetSettings.NONE);

    /// The tiers that exist without any configuration.
    static Map<String, TierSettings> defaults() {
        Map<String, TierSettings> tiers = new LinkedHashMap<>();
        tiers.put("free", FREE);
        tiers.put("pro", new TierSettings(500, 100, 3, true, 2, BudgetSettings.NONE));
        tiers.put("studio", new TierSettings(2000, 100, 8, true, 3, BudgetSettings.NONE));
        return Collections.unmodifiableMap(tiers);
    }
}
