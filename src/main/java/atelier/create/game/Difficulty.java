package atelier.create.game;

/// How hard a level is, as one number made of its knobs: 0 the easiest there can be, 1 the hardest.
public final class Difficulty {
    /// How much easier than the one before a level may be, so that a player gets a breath.
    public static final double BREATHER = 0.1;
    private static final double MOST = 200;

    private Difficulty() {}

    /// As people read it, 0 to 100.
    public static int percent(GameDesign.Level level) {
        return (int) Math.round(100 * of(level));
    }

    public static double of(GameDesign.Level level) {
        double goal = Math.log(Math.max(1, level.goal())) / Math.log(MOST);
        return 0.5 * (level.speed() - 0.5) / 2.5 + 0.3 * level.density() + 0.2 * Math.min(1, goal);
    }
}
