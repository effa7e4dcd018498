package atelier.account;

/// What a subscription allows.
///
/// @param messagesPerDay   messages a day in the quota's time zone
/// @param requestsPerMinute requests a minute, charged or not
/// @param concurrentJobs   jobs running at once for one person
/// @param cloud            whether cloud models may answer
/// @param priority         higher is served first
public record Tier(String name, int messagesPerDay, int requestsPerMinute, int concurrentJobs, boolean cloud,
        int priority) {}
