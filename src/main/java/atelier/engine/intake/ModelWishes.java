package atelier.engine.intake;

import atelier.engine.port.Parts;
import atelier.engine.port.Registry;
import atelier.generation.Model;
import atelier.generation.Namesakes;
import atelier.generation.OwnModel;
import atelier.intent.Intent;
import atelier.intent.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the model that words name for one answer, by the models there are: what people called theirs no table of words knows, and a word
/// that only looks like a model's name is left where it stands.
final class ModelWishes {
    private final Registry registry;

    ModelWishes(Parts parts) {
        this.registry = parts.registry();
    }

    /// @param parse understands words
    Parsed understood(Heard heard, Function<String, Parsed> parse) {
        var words = heard.words();
        var plain = parse.apply(words);
        if (heard.invocation() != null || plain.intent() instanceof Intent.CompareModels) {
            return plain;
        }
        var known = registry.configured().get();
        if (ModelWish.mayBeIn(words)) {
            var wish = ModelWish.in(words, own(heard), word -> !Namesakes.of(word, known).isEmpty());
            var rest = wish.map(it -> naming(parse.apply(it.rest()), it.name())).filter(it -> isMade(it.intent()));
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        return plain.entities().get("model") instanceof String said && !isMeant(said, heard, known)
                ? naming(plain, null)
                : plain;
    }

    private List<String> own(Heard heard) {
        return registry.own().of(heard.asker().id(), heard.asker().chat().key()).stream().map(OwnModel::name).toList();
    }

    /// “Bread with gemma seeds” names no model where there is none of that name; “gemma3:27b” and the last word do even then.
    private boolean isMeant(String said, Heard heard, List<Model> known) {
        var lower = said.toLowerCase(Locale.ROOT);
        var end = heard.words().toLowerCase(Locale.ROOT).replaceFirst("[\\s.!?]+$", "");
        return said.chars().anyMatch(it -> Character.isDigit(it) || it == ':' || it == '/') || end.endsWith(lower)
                || known.stream().anyMatch(model -> model.provider().equals(lower))
                || !Namesakes.of(said, known).isEmpty() || own(heard).stream().anyMatch(said::equalsIgnoreCase);
    }

    private static Parsed naming(Parsed parsed, @Nullable String model) {
        var entities = new HashMap<>(parsed.entities());
        entities.remove("model");
        if (model != null) {
            entities.put("model", model);
        }
        return new Parsed(parsed.intent(), parsed.confidence(), entities, parsed.question(), parsed.likeliest());
    }

    /// Whether a model has a part in it.
    private static boolean isMade(Intent intent) {
        return switch (intent) {
            case Intent.WriteCode _,Intent.ReviewCode _,Intent.ExplainCode _,Intent.MakeGame _,Intent.WriteLyrics _,Intent.ComposeMelody _,Intent.ComposeTopline _,Intent.ComposeSong _,Intent.AnalyzeLog _,Intent.Talk _,Intent.AskHowTo _,Intent.InquireFeature _,Intent.Regenerate _,Intent.EditLast _ ->
                true;
            case Intent.CloneVoice _,Intent.CoachVocals _,Intent.AnalyzeAudio _,Intent.MasterAudio _,Intent.Help _,Intent.PlaySample _,Intent.ShowExample _,Intent.CompareModels _,Intent.ManageModels _,Intent.ShowUsage _,Intent.History _,Intent.Cancel _,Intent.ManageTemplates _,Intent.ManageAccount _,Intent.Greet _,Intent.Thank _,Intent.Unknown _ ->
                false;
        };
    }
}
