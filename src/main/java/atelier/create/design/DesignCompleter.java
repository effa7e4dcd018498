package atelier.create.design;

import atelier.create.game.Archetype;
import atelier.create.game.GameDesign;
import atelier.create.game.GameDesign.Level;
import atelier.create.game.GameDesign.Look;
import atelier.create.game.GameDesign.Story;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Makes a valid [GameDesign] of words and of whatever a model said: what fits is kept, the rest comes from our own tables. The
/// same words, answer and seed give the same design. Never fails.
public final class DesignCompleter {
    /// For those who left the kind open.
    private static final List<Archetype> OPEN = List.of(Archetype.PLATFORMER, Archetype.TOP_DOWN, Archetype.SHOOTER,
            Archetype.BREAKOUT, Archetype.SNAKE);

    private DesignCompleter() {}

    /// @param share   what the model gave of it
    /// @param beyond  wishes that the kind of game cannot do, from the words and the model
    /// @param changed whether the words moved anything in the earlier design; true without one
    public record Completed(GameDesign design, Share share, List<String> beyond, boolean changed) {
        public Completed {
            beyond = List.copyOf(beyond);
        }
    }

    /// From the words alone.
    public static Completed alone(Wish wish, Optional<GameDesign> earlier, long seed) {
        return complete(wish, Sketch.EMPTY, earlier, seed);
    }

    /// @param answer  a model's, as it came
    /// @param earlier the design that is to be changed
    public static Completed complete(Wish wish, String answer, Optional<GameDesign> earlier, long seed) {
        return complete(wish, SketchReader.read(answer), earlier, seed);
    }

    static Completed complete(Wish wish, Sketch given, Optional<GameDesign> earlier, long seed) {
        var setting = setting(wish, given, earlier, earlier.map(GameDesign::seed).orElse(seed));
        var company = new Company(setting);
        Map<String, String> values = Map.of("hero", company.hero().name(), "friend", company.first("friend").name(),
                "foe", company.first("foe").name(), "prize", setting.scenery().prize());
        var acts = ActPlan.of(setting, values);
        var plan = new LevelPlan(setting, acts);
        var levels = kept(plan.levels(setting.scenery().prize()), setting, given, wish, earlier);
        var choice = new MechanicChoice(setting);
        var mechanics = choice.mechanics();
        var title = title(setting, values);
        var premise = setting.own(setting.sketch().premise(), 600);
        var story = new Story(premise.isEmpty() ? Say.fill(setting.scenery().premise(), values) : premise,
                acts, themes(setting));
        var design = new GameDesign(title, description(setting, acts.size()), setting.archetype(),
                setting.complexity(), story, mechanics, company.hero(), company.others(), levels,
                Palette.of(setting.sketch().look(), company.look()), setting.tongue().code(), setting.seed());
        var share = given.isEmpty()
                ? Share.NONE
                : new Share(!given.title().isBlank() && title.equals(setting.own(given.title(), 60)),
                        !given.premise().isBlank() && !premise.isEmpty(), given.levels().isEmpty() ? 0 : plan.named(),
                        given.mechanics().isEmpty() ? 0 : choice.given(),
                        given.figures().isEmpty() ? 0 : company.given(), hasColours(given));
        return new Completed(design, share, beyond(wish, given),
                earlier.filter(before -> before.equals(design)).isEmpty());
    }

    /// Levels of an earlier design stay as they are, unless another game is wanted; a model may find other words for them.
    private static List<Level> kept(List<Level> planned, Setting setting, Sketch given, Wish wish,
            Optional<GameDesign> earlier) {
        if (wish.world().isPresent() || earlier
                .filter(one -> one.archetype() == setting.archetype() && one.complexity() == setting.complexity())
                .isEmpty()) {
            return planned;
        }
        var old = earlier.get().levels();
        var all = new ArrayList<Level>();
        for (int i = 0; i < planned.size(); i++) {
            var level = planned.get(i);
            if (i < old.size()) {
                all.add(given.levels().isEmpty() ? old.get(i) : worded(level, old.get(i)));
            } else {
                var last = old.getLast();
                all.add(new Level(level.number(), level.name(), level.objective(),
                        Math.max(level.speed(), last.speed()), Math.max(level.density(), last.density()), level.goal(),
                        last.seconds()));
            }
        }
        return all;
    }

    /// New words for an old level.
    private static Level worded(Level words, Level old) {
        return new Level(old.number(), words.name(),
                words.objective().replace(String.valueOf(words.goal()), String.valueOf(old.goal())), old.speed(),
                old.density(), old.goal(), old.seconds());
    }

    private static Setting setting(Wish wish, Sketch given, Optional<GameDesign> earlier, long seed) {
        var archetype = wish.archetype().or(() -> archetype(given.archetype()))
                .or(() -> earlier.map(GameDesign::archetype))
                .orElseGet(() -> new Dice(seed, "kind").pick(OPEN));
        // Another world or another kind of game needs other names; otherwise what was liked stays.
        var base = earlier.filter(before -> wish.world().isEmpty() && before.archetype() == archetype).map(Sketch::of)
                .orElse(Sketch.EMPTY);
        var sketch = given.over(base);
        int levels = wish.levelsSaid()
                ? wish.levels()
                : earlier.map(before -> before.levels().size()).orElse(wish.levels());
        var theme = wish.theme().or(() -> earlier.flatMap(DesignCompleter::theme)).or(() -> Theme.in(Spoken.of(
                sketch.title() + " " + sketch.premise() + " " + sketch.description()
                        + String.join(" ", sketch.themes()))))
                .orElseGet(() -> new Dice(seed, "world").pick(Theme.ALL));
        return new Setting(wish, sketch, archetype, theme, wish.complexity(),
                Math.clamp(levels, Wish.LEAST, Wish.MOST),
                earlier.map(before -> Tongue.of(before.language())).orElseGet(wish::tongue), seed);
    }

    /// The world an earlier design of ours was set in, told by its colours.
    private static Optional<Theme> theme(GameDesign earlier) {
        return Theme.ALL.stream().filter(theme -> isSame(Palette.of(Sketch.EMPTY.look(), theme.look()), earlier.look()))
                .findFirst();
    }

    /// The hero may bear a colour of its own.
    private static boolean isSame(Look theme, Look game) {
        return theme.background().equals(game.background()) && theme.surface().equals(game.surface())
                && theme.foe().equals(game.foe()) && theme.prize().equals(game.prize())
                && theme.text().equals(game.text());
    }

    /// As models write it: `Tower Defense`, `top_down`, `a roguelike`.
    private static Optional<Archetype> archetype(String written) {
        return Archetype.of(MechanicChoice.id(written).replace("defense", "defence"))
                .or(() -> GameKind.in(Spoken.of(written)).map(GameKind::archetype));
    }

    private static String title(Setting setting, Map<String, String> values) {
        var given = setting.wish().title().orElse(setting.own(setting.sketch().title(), 60));
        return given.isEmpty()
                ? Say.fill(setting.dice("title").pick(setting.scenery().titles()), values)
                : given;
    }

    private static String description(Setting setting, int acts) {
        var given = setting.own(setting.sketch().description(), 300);
        // Of our own sentences the numbers may have changed.
        return given.isEmpty() || Say.isSaidBy("described", given)
                ? setting.say().line("described",
                        Map.of("kind", setting.say().line("kind." + setting.archetype().id()), "levels",
                                setting.levels(), "acts", acts))
                : given;
    }

    private static List<String> themes(Setting setting) {
        var given = setting.sketch().themes().stream().map(one -> setting.own(one, 40)).filter(one -> !one.isEmpty())
                .distinct().limit(5).toList();
        return given.isEmpty() ? setting.scenery().themes() : given;
    }

    private static boolean hasColours(Sketch given) {
        return Palette.parsed(given.look().background()).isPresent() || Palette.parsed(given.look().hero()).isPresent();
    }

    private static List<String> beyond(Wish wish, Sketch given) {
        var all = new LinkedHashSet<String>(wish.beyond());
        given.beyond().stream().map(one -> CleanText.of(one, 120)).filter(one -> one.length() >= 3).limit(6)
                .forEach(one -> all.add(one.toLowerCase(Locale.ROOT).startsWith("none") ? "" : one));
        all.remove("");
        return List.copyOf(all);
    }
}
