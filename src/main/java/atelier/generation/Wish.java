package atelier.generation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A model wished for by a person, in the ways people name them.
///
/// @param provider id of the provider when it was named, too
/// @param name     of the model, lower case; empty when only the provider was named
record Wish(@Nullable String provider, String name) {
    /// @param text `llama3.2`, `ollama/llama3.2`, `ollama`; a slash may also be part of a name (`qwen/qwen3-8b`)
    static Wish of(String text, List<Provider> providers) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        for (Provider provider : providers) {
            if (plain.equals(provider.id())) {
                return new Wish(provider.id(), "");
            }
            if (plain.startsWith(provider.id() + "/")) {
                return new Wish(provider.id(), plain.substring(provider.id().length() + 1));
            }
        }
        return new Wish(null, plain);
    }

    boolean isFor(Provider candidate) {
        return provider == null || provider.equals(candidate.id());
    }

    /// By the whole name, without Ollama's `:latest`, or without the publisher before the slash.
    boolean fits(Model model) {
        String other = model.name().toLowerCase(Locale.ROOT);
        return name.isEmpty() || other.equals(name) || other.equals(name + ":latest") || other.endsWith("/" + name);
    }

    /// Without Ollama's tag: `llama3.2` for `llama3.2:3b`.
    boolean nearlyFits(Model model) {
        return model.name().toLowerCase(Locale.ROOT).startsWith(name + ":");
    }
}
