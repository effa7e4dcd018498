package atelier.generation.transport;

/// How a server cuts its stream into JSON objects.
public enum Framing {
    /// One object per line (`application/x-ndjson`).
    LINES,
    /// Server-sent events: `data:` lines, an empty line after each event.
    EVENTS
}
