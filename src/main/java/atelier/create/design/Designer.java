package atelier.create.design;

import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.create.game.Archetype;
import atelier.create.game.GameDesign;
import atelier.create.game.Mechanics;
import atelier.create.game.Sprites;
import atelier.generation.Answer;
import atelier.generation.Prompt;
import atelier.generation.Router;
import atelier.language.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks a model for a design by a JSON schema. Models that ignore the schema do no harm: see [DesignCompleter].
public final class Designer {
    private static final String SCHEMA = Table.text("schema.json");

    private final Scribe scribe;
    private final PromptTemplate template = PromptTemplate.load("game-design");

    public Designer(Router router) {
        scribe = new Scribe(router);
    }

    /// @return what the model answered, or why none did
    public Answer ask(Wish wish, Workbench bench) {
        var open = wish.archetype().isEmpty();
        var kinds = (open ? List.of(Archetype.values()) : wish.archetype().stream().toList()).stream()
                .map(Designer::kind).collect(Collectors.joining("\n"));
        var system = template.fill(Map.of("kind", wish.archetype().map(Archetype::id).orElse(""), "levels",
                wish.levels(), "complexity", wish.complexity().name().toLowerCase(Locale.ROOT), "tongue",
                capital(wish.tongue().name()), "kinds", kinds, "mechanics", switch (wish.complexity()) {
                    case BASIC -> "five";
                    case INTERMEDIATE -> "six or seven";
                    case ADVANCED -> "eight";
                }, "sprites", String.join(", ", Sprites.ALL)));
        var prompt = Scribe.prompt(system, wish.request(), bench, template.sampling());
        return scribe.answer(new Prompt(prompt.system(), prompt.turns(), prompt.sampling(), SCHEMA), bench,
                text -> bench.onText().accept(progress(text, bench.phrases())));
    }

    private static String kind(Archetype archetype) {
        return "- " + archetype.id() + ": " + Mechanics.of(archetype).stream().map(GameDesign.Mechanic::id)
                .collect(Collectors.joining(", "));
    }

    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /// What is being thought of: the JSON itself is nothing to look at.
    private static String progress(String text, Phrases phrases) {
        var at = Stream.of("levels", "others", "protagonist", "mechanics", "story", "title")
                .filter(key -> text.contains("\"" + key + "\"")).findFirst().orElse("");
        return phrases.say(switch (at) {
            case "levels" -> "game.designing.levels";
            case "others", "protagonist" -> "game.designing.figures";
            case "mechanics" -> "game.designing.mechanics";
            case "story", "title" -> "game.designing.story";
            default -> "game.designing";
        });
    }
}
