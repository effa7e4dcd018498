package atelier.engine.compare;

import atelier.language.Phrases;

/// How far one model has come.
sealed interface Stage {
    record Pending() implements Stage {}

    /// @param words written so far
    record Generating(int words) implements Stage {}

    record Completed(long millis, long tokens) implements Stage {}

    record Failed(String reason) implements Stage {}

    default String line(String name, Phrases phrases) {
        return switch (this) {
            case Pending() -> "◌ " + phrases.say("compare.pending", "model", name);
            case Generating(var words) when words == 0 -> "▶ " + phrases.say("compare.generating", "model", name);
            case Generating(var words) -> "▶ " + phrases.say("compare.generating.words", "model", name, "count", words);
            case Completed(var millis, var tokens) ->
                "✓ " + phrases.say("compare.completed", "model", name, "seconds", millis / 1000.0, "tokens", tokens);
            case Failed(var reason) -> "✗ " + phrases.say("compare.stuck", "model", name, "reason", reason);
        };
    }
}
