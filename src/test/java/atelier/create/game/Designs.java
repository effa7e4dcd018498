package atelier.create.game;

import atelier.create.game.GameDesign.Act;
import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameDesign.Level;
import atelier.create.game.GameDesign.Look;
import atelier.create.game.GameDesign.Story;
import atelier.intent.Complexity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Whole designs for tests: one a kind of game, each with its own colours and figures.
public final class Designs {
    private static final Map<Archetype, List<String>> FIGURES = Map.of(
            Archetype.PLATFORMER, List.of("rabbit", "slime", "bird"),
            Archetype.TOP_DOWN, List.of("knight", "ghost", "wizard"),
            Archetype.SNAKE, List.of("snake", "apple", "bug"),
            Archetype.BREAKOUT, List.of("ship", "gem", "robot"),
            Archetype.SHOOTER, List.of("rocket", "alien", "bug"),
            Archetype.PUZZLE, List.of("cat", "flower", "fish"),
            Archetype.TOWER_DEFENCE, List.of("wizard", "dragon", "slime"),
            Archetype.CLICKER, List.of("mushroom", "bee", "ghost"));

    private static final Map<Archetype, Look> LOOKS = Map.of(
            Archetype.PLATFORMER, new Look("#1b2a4a", "#3f7d5a", "#ffd166", "#ef476f", "#ffe08a", "#fdfcf5"),
            Archetype.TOP_DOWN, new Look("#191326", "#4b3b6b", "#8ecae6", "#ff6b6b", "#ffd166", "#f7f3ff"),
            Archetype.SNAKE, new Look("#0f2027", "#1f4037", "#7ae582", "#ff5d8f", "#ffb703", "#f1faee"),
            Archetype.BREAKOUT, new Look("#10002b", "#3c096c", "#00f5d4", "#f15bb5", "#fee440", "#ffffff"),
            Archetype.SHOOTER, new Look("#050a1f", "#1d2b64", "#4cc9f0", "#f72585", "#f9c74f", "#eef4ff"),
            Archetype.PUZZLE, new Look("#fff1e6", "#ffd7ba", "#ff7f51", "#720026", "#ce4257", "#3d1308"),
            Archetype.TOWER_DEFENCE, new Look("#14281d", "#355834", "#f9c784", "#e4572e", "#ffe156", "#f4f9e9"),
            Archetype.CLICKER, new Look("#231942", "#5e548e", "#e0b1cb", "#ff595e", "#ffca3a", "#fffaff"));

    private Designs() {}

    /// Five mechanics at basic, six at intermediate, all nine at advanced; twelve levels in three acts.
    public static GameDesign sample(Archetype archetype, Complexity complexity, long seed) {
        var mechanics = Mechanics.of(archetype).subList(0, switch (complexity) {
            case BASIC -> 5;
            case INTERMEDIATE -> 6;
            case ADVANCED -> 9;
        });
        var figures = Objects.requireNonNull(FIGURES.get(archetype));
        var acts = List.of(
                new Act("Into the Glow", "A strange light falls on the valley. Somebody has to look behind it.", 1, 4),
                new Act("The Long Dark", "What shone was bait. The way back is closed; the way on is not.", 5, 8),
                new Act("Dawn", "One last door, and all that was taken waits behind it.", 9, 12));
        return new GameDesign("Lantern of the Hollow", "A small adventure about a light that should not be there.",
                archetype, complexity,
                new Story("Pim keeps the lantern of the hollow. One night it burns by itself, and calls.", acts,
                        List.of("courage", "home")),
                mechanics, new Figure("Pim", "hero", "Keeper of the lantern.", figures.get(0)),
                List.of(new Figure("Murk", "foe", "It eats light.", figures.get(1)),
                        new Figure("Old Fen", "friend", "Knows the way.", figures.get(2))),
                levels(archetype), Objects.requireNonNull(LOOKS.get(archetype)), "en", seed);
    }

    private static List<Level> levels(Archetype archetype) {
        var names = List.of("First Light", "Dew", "The Ford", "Old Stones", "Undergrowth", "Whispers", "Cold Draught",
                "The Well", "Embers", "Thorn Gate", "The Maw", "Lantern Heart");
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Level(number, names.get(number - 1), objective(archetype),
                        0.8 + number * 0.06, 0.2 + number * 0.05, goal(archetype, number), number % 4 == 0 ? 120 : 0))
                .toList();
    }

    private static String objective(Archetype archetype) {
        return switch (archetype) {
            case PLATFORMER, TOP_DOWN -> "Gather the treasure and reach the door.";
            case SNAKE -> "Eat enough to go on.";
            case BREAKOUT -> "Break the wall.";
            case SHOOTER -> "Bring down every foe.";
            case PUZZLE -> "Reach the points before the moves run out.";
            case TOWER_DEFENCE -> "Hold the road.";
            case CLICKER -> "Earn enough light.";
        };
    }

    private static int goal(Archetype archetype, int number) {
        return switch (archetype) {
            case PLATFORMER -> 4 + number;
            case TOP_DOWN -> 3 + number / 2;
            case SNAKE -> 5 + number;
            case BREAKOUT -> 15 + 4 * number;
            case SHOOTER -> 8 + 3 * number;
            case PUZZLE -> 30 + 6 * number;
            case TOWER_DEFENCE -> 2 + number / 3;
            case CLICKER -> 10 + 8 * number;
        };
    }
}
