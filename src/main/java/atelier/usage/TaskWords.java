package atelier.usage;

import atelier.language.Sentence;
import java.util.Locale;
import java.util.Set;

/// Kinds of task as people call them.
public final class TaskWords {
    private static final Set<String> KNOWN = Set.of("talk", "song", "log", "review", "explanation", "question", "bench",
            "code", "game", "lyrics", "melody", "topline");

    private TaskWords() {}

    /// @param task kind of intent, such as `GENERATE_CODE`
    /// @return such as `code`; in English it fits before “task”
    public static Sentence said(String task) {
        var word = word(task);
        return KNOWN.contains(word) ? Sentence.of("statistics.task." + word) : Sentence.plain(word);
    }

    private static String word(String task) {
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
