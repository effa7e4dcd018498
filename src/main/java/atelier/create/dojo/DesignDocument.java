package atelier.create.dojo;

import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign;
import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameEngine;
import atelier.create.game.Skeletons;
import atelier.create.game.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `DESIGN.md`: the whole design for people, in the language of the game. Its texts are clean of Markdown already.
final class DesignDocument {
    /// What stands before the engine's name, and nowhere else in the document.
    static final String TABLE = "|\n|---|---|---|---|---|\n| ";

    private final GameDesign design;
    private final Words words;

    private DesignDocument(GameDesign design) {
        this.design = design;
        this.words = Words.in(design.language());
    }

    /// @param by one line on who designed it
    /// @param own whether a model wrote the code, so that nothing is known of what it plays
    static String of(GameDesign design, GameEngine engine, String by, boolean own) {
        return new DesignDocument(design).text(engine, by, own);
    }

    private String text(GameEngine engine, String by, boolean own) {
        return String.join("\n\n", "# " + design.title(), design.description(), "*" + by + "*", engine(engine),
                heading("story"), design.story().premise(),
                word("themes") + ": " + String.join(", ", design.story().themes()) + ".", acts(), heading("mechanics"),
                mechanics(engine, own), heading("figures"), figures(), heading("levels"),
                "![" + word("picture") + "](levels.png)", levels(), heading("look"), look()) + "\n";
    }

    private String word(String key) {
        return words.line("doc." + key);
    }

    private String heading(String key) {
        return "## " + word(key);
    }

    private String head(String... keys) {
        return Stream.of(keys).map(key -> key.equals("#") ? key : word(key))
                .collect(Collectors.joining(" | ", "| ", " |\n"))
                + "|---".repeat(keys.length) + "|";
    }

    private String engine(GameEngine engine) {
        return head("engine", "kind", "detail", "levels", "seed") + "\n| " + engine.label() + " | "
                + words.line("doc." + design.archetype().id()) + " | "
                + word(design.complexity().name().toLowerCase(Locale.ROOT)) + " | "
                + design.levels().size() + " | " + design.seed() + " |";
    }

    private String acts() {
        var rows = new ArrayList<String>();
        rows.add(head("act", "levels", "happens"));
        var acts = design.story().acts();
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            rows.add("| " + (i + 1) + ". " + act.title() + " | " + act.firstLevel() + "–" + act.lastLevel() + " | "
                    + act.summary() + " |");
        }
        return String.join("\n", rows);
    }

    private String mechanics(GameEngine engine, boolean own) {
        var plays = Skeletons.plays(engine, design.archetype());
        var rows = new ArrayList<String>();
        rows.add(head("mechanic", "rule"));
        design.mechanics().forEach(one -> rows.add("| " + one.name() + " | " + one.rule() + " |"));
        var missing = design.mechanics().stream().filter(one -> !plays.contains(one.id()))
                .map(GameDesign.Mechanic::name).collect(Collectors.joining(", "));
        if (own) {
            rows.add("\n" + word("written"));
        } else {
            var page = engine == GameEngine.PHASER ? word("page") + " " : "";
            rows.add("\n" + page + word(missing.isEmpty() ? "whole" : "but").replace("{engine}", engine.label())
                    .replace("{missing}", missing));
        }
        return String.join("\n", rows);
    }

    private String figures() {
        var all = new ArrayList<Figure>(List.of(design.protagonist()));
        all.addAll(design.others());
        return head("name", "role", "who", "drawn") + "\n" + all.stream()
                .map(one -> "| " + one.name() + " | " + role(one) + " | " + one.description() + " | " + one.sprite()
                        + " |")
                .collect(Collectors.joining("\n"));
    }

    private String role(Figure one) {
        return List.of("hero", "friend", "foe").contains(one.role()) ? word(one.role()) : one.role();
    }

    private String levels() {
        return head("#", "name", "objective", "speed", "density", "goal", "difficulty") + "\n"
                + design.levels().stream()
                        .map(one -> String.format(Locale.ROOT, "| %d | %s | %s | %.2f | %.2f | %d | %d %% |",
                                one.number(), one.name(), one.objective(), one.speed(), one.density(), one.goal(),
                                Difficulty.percent(one)))
                        .collect(Collectors.joining("\n"));
    }

    private String look() {
        var look = design.look();
        return head("background", "surface", "hero", "foe", "prize", "text") + "\n| " + String.join(" | ",
                look.background(), look.surface(), look.hero(), look.foe(), look.prize(), look.text()) + " |";
    }
}
