package atelier.intent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an utterance was understood as.
///
/// @param confidence 0 to 1; a command is 1
/// @param entities   what was found in the words, by name, for display
/// @param question   set when something that matters is missing or the intent is unsure
public record Parsed(Intent intent, double confidence, Map<String, Object> entities, @Nullable Question question) {
    public Parsed {
        entities = Map.copyOf(entities);
    }
}
