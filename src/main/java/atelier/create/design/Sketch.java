package atelier.create.design;

import atelier.create.game.GameDesign;
import java.util.ArrayList;
import java.util.List;

/// What somebody thought of a game so far: anything may be missing, nothing is checked. An empty text stands for nothing.
record Sketch(String title, String description, String archetype, String premise, List<Act> acts, List<String> themes,
        List<GameDesign.Mechanic> mechanics, List<GameDesign.Figure> figures, List<Level> levels, Colours look,
        List<String> beyond) {
    static final Sketch EMPTY = new Sketch("", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(),
            new Colours("", "", "", "", "", ""), List.of());

    Sketch {
        acts = List.copyOf(acts);
        themes = List.copyOf(themes);
        mechanics = List.copyOf(mechanics);
        figures = List.copyOf(figures);
        levels = List.copyOf(levels);
        beyond = List.copyOf(beyond);
    }

    /// @param lastLevel 0 when it was not said
    record Act(String title, String summary, int lastLevel) {}

    /// @param difficulty as wished for, on any scale; NaN when it was not said
    record Level(String name, String objective, double difficulty) {}

    /// As written.
    record Colours(String background, String surface, String hero, String foe, String prize, String text) {}

    boolean isEmpty() {
        return equals(EMPTY);
    }

    /// An earlier design, to be kept where nothing else is wanted.
    static Sketch of(GameDesign design) {
        var figures = new ArrayList<>(design.others());
        figures.addFirst(design.protagonist());
        var look = design.look();
        return new Sketch(design.title(), design.description(), design.archetype().id(), design.story().premise(),
                design.story().acts().stream().map(act -> new Act(act.title(), act.summary(), act.lastLevel()))
                        .toList(),
                design.story().themes(), design.mechanics(), figures,
                design.levels().stream().map(level -> new Level(level.name(), level.objective(), Double.NaN)).toList(),
                new Colours(look.background(), look.surface(), look.hero(), look.foe(), look.prize(), look.text()),
                List.of());
    }

    /// This one where it says something, the other one elsewhere.
    Sketch over(Sketch other) {
        return new Sketch(or(title, other.title), or(description, other.description), or(archetype, other.archetype),
                or(premise, other.premise), or(acts, other.acts), or(themes, other.themes),
                or(mechanics, other.mechanics), or(figures, other.figures), or(levels, other.levels),
                look.equals(EMPTY.look) ? other.look : look, or(beyond, other.beyond));
    }

    private static String or(String text, String other) {
        return text.isBlank() ? other : text;
    }

    private static <T> List<T> or(List<T> list, List<T> other) {
        return list.isEmpty() ? other : list;
    }
}
