package atelier.generation.registry;

import atelier.chat.UserFacingException;
import atelier.language.Sentence;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an owner says about a model of theirs.
///
/// @param name      friendly name, 1 to 40 characters
/// @param endpoint  address of its server; null for a built-in one
/// @param model     as its server calls it, such as `llama3.2:latest`
/// @param fallbacks friendly names to try instead, in this order
public record ModelDraft(String name, ModelPlatform platform, @Nullable String endpoint, String model,
        Parameters parameters, List<String> fallbacks) {
    private static final int MOST_FALLBACKS = 5;
    private static final int LONGEST_TEXT = 300;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._:/@+'’-]{0,39}");

    /// @throws UserFacingException with what to enter instead
    public ModelDraft {
        name = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        if (!NAME.matcher(name).matches()) {
            throw new UserFacingException(Sentence.of("model.draft.name"));
        }
        model = model.strip();
        if (model.isEmpty() || model.length() > LONGEST_TEXT || model.chars().anyMatch(Character::isISOControl)) {
            throw new UserFacingException(Sentence.of("model.draft.model"));
        }
        endpoint = endpoint(platform, endpoint);
        fallbacks = fallbacks(name, fallbacks);
    }

    private static @Nullable String endpoint(ModelPlatform platform, @Nullable String given) {
        if (!platform.hasEndpoint()) {
            return null;
        }
        if (given == null || given.isBlank() || given.length() > LONGEST_TEXT) {
            throw new UserFacingException(Sentence.of("server.needed", "platform", platform.label()));
        }
        Origin.of(given);
        return given.strip();
    }

    private static List<String> fallbacks(String name, List<String> given) {
        var keys = given.stream().map(ModelDraft::nameKey).toList();
        if (given.size() > MOST_FALLBACKS || keys.stream().distinct().count() < keys.size()
                || keys.contains(nameKey(name))) {
            throw new UserFacingException(Sentence.of("model.draft.fallbacks", "most", MOST_FALLBACKS));
        }
        return given.stream().map(String::strip).toList();
    }

    /// What must be unique for an owner: names are the same whatever their case.
    public static String nameKey(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public ModelDraft named(String other) {
        return new ModelDraft(other, platform, endpoint, model, parameters, fallbacks);
    }

    public ModelDraft with(Parameters changed) {
        return new ModelDraft(name, platform, endpoint, model, changed, fallbacks);
    }

    public ModelDraft withFallbacks(List<String> changed) {
        return new ModelDraft(name, platform, endpoint, model, parameters, changed);
    }
}
