package atelier.engine.compare;

import java.util.Locale;

/// How far one model has come.
sealed interface Stage {
    record Pending() implements Stage {}

    /// @param words written so far
    record Generating(int words) implements Stage {}

    record Completed(long millis, long tokens) implements Stage {}

    record Failed(String reason) implements Stage {}

    default String line(String name) {
        return switch (this) {
            case Pending() -> "◌ %s: pending".formatted(name);
            case Generating(var words) when words == 0 -> "▶ %s: generating…".formatted(name);
            case Generating(var words) -> "▶ %s: generating… %d words so far".formatted(name, words);
            case Completed(var millis, var tokens) ->
                String.format(Locale.ROOT, "✓ %s: completed · %.1f s · %d tokens", name, millis / 1000.0, tokens);
            case Failed(var reason) -> "✗ %s: failed: %s".formatted(name, reason);
        };
    }
}
