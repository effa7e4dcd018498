package atelier.intent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an utterance was understood as.
///
/// @param confidence 0 to 1, about how often such an understanding is right; a command is 1
/// @param entities   what was found in the words, by name, for display
/// @param question   set when something that matters is missing or the intent is unsure
/// @param likeliest  what it may mean, the likeliest first, at most three; empty where nothing was weighed
public record Parsed(Intent intent, double confidence, Map<String, Object> entities, @Nullable Question question,
        List<Likely> likeliest) {
    /// A kind and its share of the likeness of all kinds, 0 to 1.
    public record Likely(Intent.Kind kind, double share) {}

    public Parsed {
        entities = Map.copyOf(entities);
        likeliest = List.copyOf(likeliest);
    }

    /// Understood without weighing one kind against another.
    public Parsed(Intent intent, double confidence, Map<String, Object> entities, @Nullable Question question) {
        this(intent, confidence, entities, question, List.of());
    }

    /// Whether a model had better be asked what was meant. Where none can say, `question` is set if the person should be.
    public boolean isUnsure() {
        return confidence < IntentParser.SURE_ENOUGH;
    }
}
