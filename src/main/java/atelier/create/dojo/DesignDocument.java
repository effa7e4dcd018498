package atelier.create.dojo;

import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign;
import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameEngine;
import atelier.create.game.Skeletons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// `DESIGN.md`: the whole design for people. Its texts are clean of Markdown already.
final class DesignDocument {
    /// What stands before the engine's name.
    static final String TABLE = "| Engine | Kind | Level of detail | Levels | Seed |\n|---|---|---|---|---|\n| ";

    private DesignDocument() {}

    /// @param by one line on who designed it
    /// @param own whether a model wrote the code, so that nothing is known of what it plays
    static String of(GameDesign design, GameEngine engine, String by, boolean own) {
        return String.join("\n\n", "# " + design.title(), design.description(), "*" + by + "*",
                TABLE + engine.label()
                        + " | "
                        + design.archetype().id() + " | " + design.complexity().name().toLowerCase(Locale.ROOT) + " | "
                        + design.levels().size() + " | " + design.seed() + " |",
                "## Story", design.story().premise(), "Themes: " + String.join(", ", design.story().themes()) + ".",
                acts(design), "## Mechanics", mechanics(design, engine, own), "## Figures", figures(design),
                "## Levels", "![How hard each level is](levels.png)", levels(design), "## Look", look(design)) + "\n";
    }

    private static String acts(GameDesign design) {
        var rows = new ArrayList<String>();
        rows.add("| Act | Levels | What happens |\n|---|---|---|");
        var acts = design.story().acts();
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            rows.add("| " + (i + 1) + ". " + act.title() + " | " + act.firstLevel() + "–" + act.lastLevel() + " | "
                    + act.summary() + " |");
        }
        return String.join("\n", rows);
    }

    private static String mechanics(GameDesign design, GameEngine engine, boolean own) {
        var plays = Skeletons.plays(engine, design.archetype());
        var rows = new ArrayList<String>();
        rows.add("| Mechanic | Rule |\n|---|---|");
        design.mechanics().forEach(one -> rows.add("| " + one.name() + " | " + one.rule() + " |"));
        var missing = design.mechanics().stream().filter(one -> !plays.contains(one.id()))
                .map(GameDesign.Mechanic::name).toList();
        if (own) {
            rows.add("\nA model wrote this game's code from this design.");
        } else {
            var page = engine == GameEngine.PHASER ? "`index.html` plays all of them. " : "";
            rows.add("\n" + page + (missing.isEmpty()
                    ? "The " + engine.label() + " project plays all of them."
                    : "The " + engine.label() + " project plays all but these, which it leaves to you: "
                            + String.join(", ", missing) + "."));
        }
        return String.join("\n", rows);
    }

    private static String figures(GameDesign design) {
        var all = new ArrayList<Figure>(List.of(design.protagonist()));
        all.addAll(design.others());
        return "| Name | Role | Who it is | Drawn as |\n|---|---|---|---|\n" + all.stream()
                .map(one -> "| " + one.name() + " | " + one.role() + " | " + one.description() + " | " + one.sprite()
                        + " |")
                .collect(Collectors.joining("\n"));
    }

    private static String levels(GameDesign design) {
        return "| # | Name | Objective | Speed | Density | Goal | Difficulty |\n|---|---|---|---|---|---|---|\n"
                + design.levels().stream()
                        .map(one -> String.format(Locale.ROOT, "| %d | %s | %s | %.2f | %.2f | %d | %d %% |",
                                one.number(), one.name(), one.objective(), one.speed(), one.density(), one.goal(),
                                Math.round(100 * Difficulty.of(one))))
                        .collect(Collectors.joining("\n"));
    }

    private static String look(GameDesign design) {
        var look = design.look();
        return "| Background | Surface | Hero | Foe | Prize | Text |\n|---|---|---|---|---|---|\n| "
                + String.join(" | ",
                        look.background(), look.surface(), look.hero(), look.foe(), look.prize(), look.text())
                + " |";
    }
}
