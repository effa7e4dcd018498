package atelier.create.design;

import atelier.create.game.GameDesign.Figure;
import atelier.create.game.GameDesign.Look;
import atelier.create.game.Sprites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who is in the game: a hero, and at least a friend and a foe.
final class Company {
    private static final int MOST = 6;
    private static final List<List<String>> ROLES = Table.rows("roles.txt");

    private final Setting setting;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();
    private final List<Figure> others = new ArrayList<>();
    private final Figure hero;
    private final Scenery scenery;
    private final List<Creature.Said> creatures;
    private int given;

    Company(Setting setting) {
        this.setting = setting;
        this.scenery = setting.scenery();
        this.dice = setting.dice("figures");
        this.creatures = setting.wish().creatures();
        var wished = new ArrayList<>(setting.sketch().figures());
        var first = wished.stream().filter(one -> one.role().equals("hero")).findFirst();
        first.ifPresent(wished::remove);
        hero = first.map(one -> figure(one, "hero")).filter(one -> !one.name().isEmpty())
                .orElseGet(() -> said(false).findFirst().map(this::called)
                        .orElseGet(() -> own("hero", scenery.heroes())));
        taken.add(hero.name().toLowerCase(Locale.ROOT));
        wished.forEach(this::add);
        if (wished.isEmpty()) {
            said(true).limit(2).forEach(one -> join(new Figure(name(one), "foe", described("foe"), one.sprite())));
            said(false).skip(1).limit(1)
                    .forEach(one -> join(new Figure(name(one), "friend", described("friend"), one.sprite())));
        }
        if (!has("friend")) {
            join(own("friend", scenery.friends()));
        }
        if (!has("foe")) {
            join(own("foe", scenery.foes()));
        }
        scenery.foes().stream().skip(1).filter(_ -> others.size() < 3)
                .forEach(_ -> join(own("foe", scenery.foes())));
    }

    /// The world's, with the hero in its own colour.
    Look look() {
        var look = setting.theme().look();
        var own = said(false).findFirst().filter(one -> one.sprite().equals(hero.sprite()) && !one.colour().isEmpty());
        return own.map(one -> new Look(look.background(), look.surface(), one.colour(), look.foe(), look.prize(),
                look.text())).orElse(look);
    }

    private Stream<Creature.Said> said(boolean foes) {
        return creatures.stream().filter(one -> one.isFoe() == foes);
    }

    /// A creature with a name: `Nova the Snail`, `Schnecke Mila`.
    private Figure called(Creature.Said said) {
        var name = said.sprite().equals(Creature.NEUTRAL)
                ? name(said)
                : setting.say().line("called",
                        Map.of("name", dice.pick(scenery.heroes().getFirst().names()), "creature",
                                setting.tongue() == Tongue.ENGLISH || setting.tongue() == Tongue.RUSSIAN
                                        ? name(said)
                                        : said.name()));
        return new Figure(name, "hero", described("hero"), said.sprite());
    }

    private static String name(Creature.Said said) {
        return Character.toUpperCase(said.name().charAt(0)) + said.name().substring(1);
    }

    Figure hero() {
        return hero;
    }

    List<Figure> others() {
        return others;
    }

    /// How many are the model's.
    int given() {
        return given;
    }

    Figure first(String role) {
        return others.stream().filter(one -> one.role().equals(role)).findFirst().orElse(others.getFirst());
    }

    private boolean has(String role) {
        return others.stream().anyMatch(one -> one.role().equals(role));
    }

    private void add(Figure wished) {
        var made = figure(wished, role(wished));
        // The last two places are kept for a friend and a foe that may be missing.
        if (!made.name().isEmpty() && others.size() < MOST - 2 && taken.add(made.name().toLowerCase(Locale.ROOT))) {
            others.add(made);
            given++;
        }
    }

    private void join(Figure own) {
        taken.add(own.name().toLowerCase(Locale.ROOT));
        others.add(own);
    }

    private Figure figure(Figure wished, String role) {
        var name = setting.own(wished.name(), 40);
        var description = setting.own(wished.description(), 200);
        given += role.equals("hero") && !name.isEmpty() ? 1 : 0;
        return new Figure(name, role, description.isEmpty() ? described(role) : description, sprite(wished, role));
    }

    private Figure own(String role, List<Theme.Cast> casts) {
        var free = casts.stream().flatMap(cast -> cast.names().stream()
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .map(name -> new Figure(name, role, described(role), cast.sprite()))).toList();
        return free.isEmpty()
                ? new Figure(casts.getFirst().names().getFirst() + " II", role, described(role),
                        casts.getFirst().sprite())
                : dice.pick(free);
    }

    private String described(String role) {
        // The hero's own description is made before the hero is.
        return role.equals("hero")
                ? setting.say().line("hero")
                : setting.say().line(role, Map.of("hero", hero.name()));
    }

    private static String role(Figure wished) {
        var spoken = Spoken.of(wished.role() + " " + wished.description());
        return ROLES.stream().filter(row -> spoken.saysAny(Table.cells(row.get(1), ","))).findFirst()
                .map(List::getFirst).orElse("friend");
    }

    private String sprite(Figure wished, String role) {
        var said = wished.sprite().strip().toLowerCase(Locale.ROOT);
        if (Sprites.ALL.contains(said)) {
            return said;
        }
        var casts = switch (role) {
            case "hero" -> scenery.heroes();
            case "foe" -> scenery.foes();
            default -> scenery.friends();
        };
        return Creature.sprite(said).or(() -> Creature.sprite(wished.name()))
                .or(() -> Creature.sprite(wished.description())).orElseGet(() -> casts.getFirst().sprite());
    }
}
