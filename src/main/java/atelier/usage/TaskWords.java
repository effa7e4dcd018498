package atelier.usage;

import java.util.Locale;

/// Kinds of task as people call them.
public final class TaskWords {
    private TaskWords() {}

    /// @param task kind of intent, such as `GENERATE_CODE`
    /// @return such as `code`; fits before “task”
    public static String of(String task) {
        return switch (task) {
            case "", "CHAT" -> "talk";
            case "GENERATE_FULL_SONG" -> "song";
            case "ANALYZE_LOG" -> "log";
            case "REVIEW_CODE" -> "review";
            case "EXPLAIN_CODE" -> "explanation";
            case "HOW_TO", "FEATURE_INQUIRY" -> "question";
            case Call.BENCH -> "bench";
            case String other -> other.replaceFirst("^(?:GENERATE|COMPARE|EDIT)_", "").replace('_', ' ')
                    .toLowerCase(Locale.ROOT);
        };
    }
}
