package atelier.generation;

import java.time.Duration;

/// How long people are made to wait.
///
/// @param connect         to reach a server at all
/// @param localFirstToken to the first visible text of a loaded local model
/// @param cloudFirstToken to the first visible text of a cloud model
/// @param loading         to the first visible text of a local model that must be loaded first
/// @param idle            between two pieces of an answer
/// @param job             for one wish in all, every try included
public record TimeLimits(Duration connect, Duration localFirstToken, Duration cloudFirstToken, Duration loading,
        Duration idle, Duration job) {
    public static final TimeLimits DEFAULT = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(30),
            Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(10));
}
