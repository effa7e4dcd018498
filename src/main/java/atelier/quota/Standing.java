package atelier.quota;

import java.time.ZonedDateTime;

/// Where an account stands today.
///
/// @param resetsAt the next midnight in the quota's time zone
public record Standing(String tier, int used, int limit, ZonedDateTime resetsAt) {}
