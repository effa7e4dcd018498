package atelier.create.design;

import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign;
import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameDesign.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What an earlier design is changed to by words that need no model: “harder level 3”, “slower”, “darker”, “rename it to Moon Run”,
/// “make the hero a robot”. Nothing else of the design moves.
///
/// @param design  the earlier one, changed
/// @param changes what was done, short words in the person's language
/// @param rest    what of the words was not understood here or as a number of levels; empty when all was
/// @param left    the words without what was understood here
/// @param title   the new title, if one was given
/// @param missing a level that is named, but that there is not
public record Tuning(GameDesign design, List<String> changes, String rest, String left, Optional<String> title,
        Optional<Integer> missing) {
    public Tuning {
        changes = List.copyOf(changes);
    }

    /// Never fails; words that mean nothing here change nothing.
    public static Tuning of(GameDesign earlier, String request) {
        var words = new TuningWords(request);
        var say = Say.in(Tongue.of(request, Spoken.of(request)));
        var changes = new ArrayList<String>();
        var design = earlier;
        var title = words.title();
        if (title.isPresent()) {
            design = Tuned.titled(design, title.get());
            changes.add(say.line("tuned.title") + " “" + title.get() + "”");
        }
        var hero = words.hero();
        if (hero.isPresent()) {
            design = Tuned.hero(design, hero.get());
            changes.add(design.protagonist().name() + ": " + hero.get().shown());
        }
        for (var knob : words.knobs()) {
            var before = design;
            design = Tuned.knob(design, knob);
            var where = knob.levels().isEmpty() ? "" : say.line("tuned.in") + " " + shown(knob.levels());
            changes.add(say.line((design.equals(before) ? "tuned.already." : "tuned.") + knob.turn().id()) + where);
        }
        return new Tuning(design, changes, words.rest(), words.left(), title, words.knobs().stream()
                .flatMap(knob -> knob.levels().stream()).filter(level -> level < 1 || level > earlier.levels().size())
                .findFirst());
    }

    private static String shown(List<Integer> levels) {
        return levels.size() == 1 ? " " + levels.getFirst() : " " + levels.getFirst() + "–" + levels.getLast();
    }

    /// Changes of a design, each leaving it valid.
    static final class Tuned {
        private Tuned() {}

        static GameDesign titled(GameDesign old, String title) {
            return new GameDesign(title, old.description(), old.archetype(), old.complexity(), old.story(),
                    old.mechanics(), old.protagonist(), old.others(), old.levels(), old.look(), old.language(),
                    old.seed());
        }

        static GameDesign hero(GameDesign old, TuningWords.Hero hero) {
            var was = old.protagonist();
            return new GameDesign(old.title(), old.description(), old.archetype(), old.complexity(), old.story(),
                    old.mechanics(), new Figure(was.name(), was.role(), hero.shown(), hero.sprite()), old.others(),
                    old.levels(), old.look(), old.language(), old.seed());
        }

        static GameDesign knob(GameDesign old, TuningWords.Knob knob) {
            return switch (knob.turn()) {
                case HARDER -> levels(old, knob, level -> turned(level, 1.15, 0.12));
                case EASIER -> levels(old, knob, level -> turned(level, 1 / 1.15, -0.12));
                case FASTER -> levels(old, knob, level -> turned(level, 1.2, 0));
                case SLOWER -> levels(old, knob, level -> turned(level, 1 / 1.2, 0));
                case MORE_FOES -> levels(old, knob, level -> turned(level, 1, 0.15));
                case FEWER_FOES -> levels(old, knob, level -> turned(level, 1, -0.15));
                case DARKER -> shaded(old, 0);
                case LIGHTER -> shaded(old, 0xFFFFFF);
            };
        }

        private static GameDesign shaded(GameDesign old, int end) {
            return new GameDesign(old.title(), old.description(), old.archetype(), old.complexity(), old.story(),
                    old.mechanics(), old.protagonist(), old.others(), old.levels(), Palette.shaded(old.look(), end),
                    old.language(), old.seed());
        }

        private static GameDesign levels(GameDesign old, TuningWords.Knob knob, UnaryOperator<Level> turn) {
            var levels = new ArrayList<Level>();
            for (var level : old.levels()) {
                levels.add(knob.levels().isEmpty() || knob.levels().contains(level.number())
                        ? turn.apply(level)
                        : level);
            }
            var named = knob.levels().stream().filter(level -> level >= 1 && level <= levels.size()).toList();
            if (!named.isEmpty()) {
                follow(levels, named.getFirst() - 1, named.getLast() - 1);
            }
            return new GameDesign(old.title(), old.description(), old.archetype(), old.complexity(), old.story(),
                    old.mechanics(), old.protagonist(), old.others(), levels, old.look(), old.language(), old.seed());
        }

        /// No level may be much easier than the one before: those that follow rise with it, those before sink with it.
        private static void follow(List<Level> levels, int first, int last) {
            for (int i = last + 1; i < levels.size(); i++) {
                var before = levels.get(i - 1);
                var level = levels.get(i);
                if (Difficulty.of(level) < Difficulty.of(before) - Difficulty.BREATHER) {
                    levels.set(i, with(level, Math.max(level.speed(), before.speed()),
                            Math.max(level.density(), before.density())));
                }
            }
            for (int i = Math.min(first, levels.size()) - 1; i >= 0; i--) {
                var after = levels.get(i + 1);
                var level = levels.get(i);
                if (Difficulty.of(after) < Difficulty.of(level) - Difficulty.BREATHER) {
                    levels.set(i, with(level, Math.min(level.speed(), after.speed()),
                            Math.min(level.density(), after.density())));
                }
            }
        }

        private static Level turned(Level level, double speed, double density) {
            return with(level, level.speed() * speed, level.density() + density);
        }

        private static Level with(Level level, double speed, double density) {
            return new Level(level.number(), level.name(), level.objective(), rounded(Math.clamp(speed, 0.5, 3)),
                    rounded(Math.clamp(density, 0, 1)), level.goal(), level.seconds());
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }
}
