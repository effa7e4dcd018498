package atelier.create.design;

import atelier.create.game.GameDesign.Mechanic;
import atelier.create.game.Mechanics;
import atelier.intent.Complexity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The five without which the kind is not itself, and from intermediate up more: the wished ones first.
final class MechanicChoice {
    private static final int CORE = 5;

    private final Setting setting;
    private int given;

    MechanicChoice(Setting setting) {
        this.setting = setting;
    }

    /// How many the model named or chose.
    int given() {
        return given;
    }

    List<Mechanic> mechanics() {
        var all = Mechanics.of(setting.archetype(), setting.tongue().code());
        Map<String, Mechanic> wished = new LinkedHashMap<>();
        setting.sketch().mechanics().forEach(one -> wished.putIfAbsent(id(one.id()), one));
        var chosen = new ArrayList<>(all.subList(0, CORE));
        var extras = all.subList(CORE, all.size());
        var spoken = setting.wish().spoken();
        var wanted = new ArrayList<Mechanic>();
        wished.keySet().forEach(id -> extras.stream().filter(one -> one.id().equals(id)).forEach(wanted::add));
        extras.stream().filter(one -> spoken.says(one.name().toLowerCase(Locale.ROOT)) && !wanted.contains(one))
                .forEach(wanted::add);
        setting.dice("mechanics").shuffled(extras).stream().filter(one -> !wanted.contains(one)).forEach(wanted::add);
        chosen.addAll(wanted.subList(0, Math.min(wanted.size(), room(extras, wished))));
        return chosen.stream().map(one -> named(one, wished.get(one.id()))).toList();
    }

    /// As many as the level of detail has, and all that were chosen.
    private int room(List<Mechanic> extras, Map<String, Mechanic> wished) {
        if (setting.complexity() == Complexity.BASIC) {
            return 0;
        }
        int usual = setting.complexity() == Complexity.ADVANCED ? 3 : 2;
        int said = (int) extras.stream().filter(one -> wished.containsKey(one.id())).count();
        return Math.max(usual, said);
    }

    private Mechanic named(Mechanic own, @Nullable Mechanic wished) {
        if (wished == null) {
            return own;
        }
        given++;
        var name = setting.own(wished.name(), 40);
        var rule = setting.own(wished.rule(), 160);
        return new Mechanic(own.id(), name.isEmpty() ? own.name() : name, rule.isEmpty() ? own.rule() : rule);
    }

    static String id(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }
}
