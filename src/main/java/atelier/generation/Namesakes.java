package atelier.generation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which models somebody may mean by a name.
public final class Namesakes {
    private Namesakes() {}

    /// Reads the name as strictly as it finds any: the whole name, then without Ollama's tag, then its beginning, as in `gemma` for
    /// `gemma3:4b`.
    ///
    /// @param name such as `llama3.2` or `ollama/llama3.2`
    /// @return in the order of `models`; several when the name fits several equally well
    public static List<Model> of(String name, List<Model> models) {
        var plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return List.of();
        }
        var wish = new Wish(null, plain);
        return Stream.<Predicate<Model>>of(model -> model.id().toLowerCase(Locale.ROOT).equals(plain),
                model -> model.id().toLowerCase(Locale.ROOT).equals(plain + ":latest"), wish::fits, wish::nearlyFits,
                model -> model.id().toLowerCase(Locale.ROOT).startsWith(plain),
                model -> bare(model).startsWith(plain))
                .map(reading -> models.stream().filter(reading).toList()).filter(found -> !found.isEmpty())
                .findFirst().orElse(List.of());
    }

    /// Without the publisher before the slash.
    private static String bare(Model model) {
        var name = model.name().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
