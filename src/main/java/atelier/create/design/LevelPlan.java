package atelier.create.design;

import atelier.create.game.Archetype;
import atelier.create.game.Difficulty;
import atelier.create.game.GameDesign.Act;
import atelier.create.game.GameDesign.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Levels that grow harder, with a breather after each act; names and wishes of a model kept where they fit.
final class LevelPlan {
    private static final double DIP = 0.06, WISH = 0.15;
    private static final Map<Archetype, Knobs> KNOBS = new EnumMap<>(Archetype.class);

    /// @param goal in the archetype's own units
    private record Knobs(Range speed, Range density, Range goal) {}

    /// What a knob is set to at the easiest and at the hardest level.
    private record Range(double easiest, double hardest) {
        double at(double difficulty) {
            return easiest + (hardest - easiest) * difficulty;
        }
    }

    static {
        Table.rows("knobs.txt").forEach(row -> KNOBS.put(Archetype.of(row.get(0)).orElseThrow(),
                new Knobs(range(row.get(1)), range(row.get(2)), range(row.get(3)))));
    }

    private final Setting setting;
    private final List<Act> acts;
    private final Set<String> taken = new HashSet<>();
    private int named;

    LevelPlan(Setting setting, List<Act> acts) {
        this.setting = setting;
        this.acts = acts;
    }

    /// How many level names are the model's.
    int named() {
        return named;
    }

    List<Level> levels(String prize) {
        double[] difficulties = difficulties();
        var own = ownNames();
        var levels = new ArrayList<Level>();
        for (int i = 0; i < setting.levels(); i++) {
            levels.add(level(i, difficulties[i], own.get(i), prize));
        }
        return levels;
    }

    private Level level(int index, double difficulty, String ownName, String prize) {
        var knobs = Objects.requireNonNull(KNOBS.get(setting.archetype()));
        int goal = (int) Math.round(knobs.goal.at(difficulty));
        var wished = index < setting.sketch().levels().size() ? setting.sketch().levels().get(index) : null;
        var name = wished == null ? "" : setting.own(wished.name(), 40);
        if (name.isEmpty() || !taken.add(name.toLowerCase(Locale.ROOT))) {
            name = ownName;
            taken.add(name.toLowerCase(Locale.ROOT));
        } else {
            named++;
        }
        var objective = wished == null ? "" : setting.own(wished.objective(), 140);
        // The numbers are ours, so a sentence with other numbers would lie.
        boolean kept = !objective.isEmpty() && objective.chars().noneMatch(Character::isDigit);
        return new Level(index + 1, name, kept ? objective : objective(goal, prize),
                rounded(knobs.speed.at(difficulty)),
                rounded(knobs.density.at(difficulty)), goal, 0);
    }

    private String objective(int goal, String prize) {
        return setting.say().line("goal." + setting.archetype().id(), Map.of("goal", goal, "prize", prize));
    }

    /// 0 to 1 for each level: a curve, bent a little by the model's wishes, never falling by more than a dip.
    private double[] difficulties() {
        int count = setting.levels();
        double from = switch (setting.complexity()) {
            case BASIC -> 0;
            case INTERMEDIATE -> 0.05;
            case ADVANCED -> 0.15;
        };
        double to = switch (setting.complexity()) {
            case BASIC -> 0.6;
            case INTERMEDIATE -> 0.8;
            case ADVANCED -> 1;
        };
        double[] wishes = wishes(count);
        double[] made = new double[count];
        double most = 0;
        for (int i = 0; i < count; i++) {
            double way = i / (count - 1.0);
            double bent = Math.clamp(way + WISH * (wishes[i] - way), 0, 1);
            int number = i + 1;
            boolean breather = acts.stream().anyMatch(act -> act.firstLevel() == number && number > 1);
            double wanted = from + (to - from) * bent;
            made[i] = breather ? Math.max(0, most - DIP / 2) : Math.max(wanted, most);
            most = Math.max(most, made[i]);
        }
        return made;
    }

    /// The model's difficulties from 0 to 1; where it has none, the even way up.
    private double[] wishes(int count) {
        var levels = setting.sketch().levels();
        double least = levels.stream().mapToDouble(Sketch.Level::difficulty).filter(Double::isFinite).min().orElse(0);
        double most = levels.stream().mapToDouble(Sketch.Level::difficulty).filter(Double::isFinite).max().orElse(0);
        double[] wishes = new double[count];
        for (int i = 0; i < count; i++) {
            double said = i < levels.size() ? levels.get(i).difficulty() : Double.NaN;
            wishes[i] = Double.isFinite(said) && most > least
                    ? (said - least) / (most - least)
                    : i / (count - 1.0);
        }
        return wishes;
    }

    private List<String> ownNames() {
        var dice = setting.dice("levels");
        var scenery = setting.scenery();
        var places = dice.shuffled(scenery.places());
        var hows = dice.shuffled(scenery.hows().subList(0, scenery.hows().size() - 1));
        var names = new ArrayList<String>();
        for (int i = 0; i < setting.levels() - 1; i++) {
            // Shifted by one each time the places begin anew, so that no pair comes twice.
            names.add(name(scenery, hows.get((i + i / places.size()) % hows.size()), places.get(i % places.size())));
        }
        names.add(name(scenery, scenery.hows().getLast(), places.get((setting.levels() - 1) % places.size())));
        return names;
    }

    private static String name(Scenery scenery, String how, String place) {
        return Say.fill(scenery.level(), Map.of("how", how, "place", place));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static Range range(String cell) {
        var ends = cell.split(" ", -1);
        return new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
    }

    /// Whether each level is no easier than the one before by more than a breather.
    static boolean rises(List<Level> levels) {
        for (int i = 1; i < levels.size(); i++) {
            if (Difficulty.of(levels.get(i)) < Difficulty.of(levels.get(i - 1)) - Difficulty.BREATHER) {
                return false;
            }
        }
        return Difficulty.of(levels.getLast()) > Difficulty.of(levels.getFirst());
    }
}
