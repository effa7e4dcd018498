package atelier.generation;

/// Picks who answers a prompt: local models first, the cloud last.
public interface Router {
    /// Asks candidates in order until one answers; blocks the calling (virtual) thread. Falls back before the first
    /// visible token only. Never throws for what a server does.
    Answer generate(Request request);
}
