package atelier.generation.local;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.transport.Dialect;
import atelier.generation.transport.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The stream of `/v1/chat/completions`, and the words in which LM Studio wraps its errors.
///
/// @param isAnother whether what the server says who answers names another model than the one asked for
record LmStudioDialect(Predicate<String> isAnother) implements Dialect {
    @Override
    public Trouble refused(Refusal refusal) {
        Trouble told = told(Refusal.message(refusal.json()));
        return told != null ? told : refusal.plainly();
    }

    @Override
    public @Nullable Trouble check(JsonNode frame) {
        JsonNode error = frame.path("error");
        if (error.isMissingNode() || error.isNull()) {
            return stranger(frame.path("model").asText(""));
        }
        String words = Refusal.message(frame);
        Trouble told = told(words);
        if (told != null) {
            return told;
        }
        return Refusal.saysTooLong(words)
                ? Trouble.lasting(Failure.TOO_LONG, "the prompt does not fit")
                : Trouble.passing(Failure.SERVER_ERROR, words.isEmpty() ? "error in the middle" : words);
    }

    /// With one model loaded it may answer for any other. Told before the first text is shown, as each frame names the model.
    private @Nullable Trouble stranger(String model) {
        return isAnother.test(model) ? Trouble.lasting(Failure.INVALID, "another model answered") : null;
    }

    private static @Nullable Trouble told(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (words.startsWith("unexpected endpoint")) {
            return Trouble.lasting(Failure.INVALID, "this LM Studio has no chat");
        }
        if (words.contains("no models loaded")) {
            return Trouble.lasting(Failure.MODEL_MISSING, "no model loaded");
        }
        if (words.contains("invalid model identifier")) {
            return Trouble.lasting(Failure.MODEL_MISSING, "model missing");
        }
        if (words.contains("failed to load model")) {
            return Trouble.lasting(Failure.SERVER_ERROR, "the model could not be loaded");
        }
        return words.equals("loading model") ? Trouble.passing(Failure.SERVER_ERROR, "loading") : null;
    }
}
