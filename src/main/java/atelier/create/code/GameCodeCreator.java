package atelier.create.code;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.PromptTemplate;
import atelier.create.Scribe;
import atelier.create.Workbench;
import atelier.generation.Router;
import atelier.intent.GameBrief;
import atelier.intent.Intent;
import java.util.Map;

/// Writes a whole small game.
public final class GameCodeCreator implements Creator<Intent.MakeGame> {
    private final CodeRoad road;
    private final PromptTemplate template = PromptTemplate.load("game");

    public GameCodeCreator(Router router) {
        road = new CodeRoad(new Scribe(router));
    }

    @Override
    public Creation create(Intent.MakeGame intent, Workbench workbench) {
        var brief = intent.brief();
        var engine = engine(brief);
        boolean page = engine.equals("html5") || engine.equals("phaser");
        var system = template.fill(Map.of("engine", engine, "page", page ? engine : "", "pygame",
                engine.equals("pygame") ? engine : "", "language", CodeRoad.word(brief.language()), "theme",
                CodeRoad.word(brief.theme()), "complexity", CodeRoad.word(brief.complexity()), "levels",
                CodeRoad.word(brief.levels())));
        return road.make(system, intent.request(), Titles.of(intent.request(), "game"), workbench);
    }

    /// Without a wish, what runs everywhere; in Python what most know; in another language whatever fits it.
    private static String engine(GameBrief brief) {
        if (brief.engine() != null) {
            return brief.engine();
        }
        return switch (CodeRoad.word(brief.language())) {
            case "", "javascript", "html" -> "html5";
            case "python" -> "pygame";
            case "csharp", "c#" -> "unity";
            case "gdscript" -> "godot";
            default -> "";
        };
    }
}
