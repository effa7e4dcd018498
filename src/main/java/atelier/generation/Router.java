package atelier.generation;

import java.util.Optional;

/// Picks who answers a prompt: local models first, the cloud last.
public interface Router {
    /// Asks candidates in order until one answers; blocks the calling (virtual) thread. Falls back before the first
    /// visible token only. Never throws for what a server does.
    Answer generate(Request request);

    /// Forgets whatever it remembers of a person.
    default void forget(long account) {}

    /// What an answer would cost at most; empty when it would cost nothing. May look at the servers first, as [#generate] does.
    default Optional<Estimate> estimate(Prompt prompt, Terms terms) {
        return Optional.empty();
    }
}
