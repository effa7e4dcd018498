package atelier.create.dojo;

import atelier.create.design.DesignCompleter.Completed;
import atelier.create.design.Say;
import atelier.create.game.GameEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the person reads beside the files: the game, how to play it, who designed it, what comes next.
final class GameText {
    private GameText() {}

    /// @param by      who designed it
    /// @param remarks what else has to be told, a sentence each
    /// @param alone   whether no model had a part in it
    static String of(Completed made, GameEngine engine, String by, List<String> remarks, boolean alone, Say say) {
        var design = made.design();
        var text = new ArrayList<String>();
        text.add("**" + design.title() + "**\n" + design.description() + "\n" + design.story().premise());
        text.add("**" + say.line("play") + "**\n" + say.line("how." + design.archetype().id()));
        var mechanics = new StringBuilder("**" + say.line("mechanics") + "**");
        design.mechanics().forEach(
                one -> mechanics.append("\n- ").append(one.name()).append(": ").append(one.rule()));
        text.add(mechanics.toString());
        text.add("**" + say.line("levels") + "**\n" + say.line("first-last",
                Map.of("count", design.levels().size(), "first", design.levels().getFirst().name(), "last",
                        design.levels().getLast().name(), "acts", design.story().acts().size())));
        var told = new ArrayList<>(remarks);
        told.addFirst(by);
        text.add(String.join("\n", told));
        var next = new ArrayList<>(List.of("next." + engine.id(), "next.deploy", "next.change"));
        if (alone) {
            next.add("next.model");
        }
        var steps = new StringBuilder("**" + say.line("next") + "**");
        next.forEach(key -> steps.append("\n- ").append(say.line(key)));
        text.add(steps.toString());
        return String.join("\n\n", text);
    }
}
