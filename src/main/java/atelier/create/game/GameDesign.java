package atelier.create.game;

import atelier.intent.Complexity;
import java.util.List;

/// A whole game as data: what a skeleton needs to play it, and what a person reads about it.
///
/// @param mechanics five at basic, six and more from intermediate up; each one really works in the skeleton
/// @param others    at least two besides the protagonist, friends and foes
/// @param levels    10 to 20, numbered from 1 without gaps, never easier than the one before by more than a breather
/// @param language  of all its texts: one of [Words#LANGUAGES], English where it is none of them
/// @param seed      the same design and seed give the same game
public record GameDesign(String title, String description, Archetype archetype, Complexity complexity, Story story,
        List<Mechanic> mechanics, Figure protagonist, List<Figure> others, List<Level> levels, Look look,
        String language,
        long seed) {
    public GameDesign {
        language = Words.known(language);
        mechanics = List.copyOf(mechanics);
        others = List.copyOf(others);
        levels = List.copyOf(levels);
    }

    /// @param acts two to four, together covering every level
    public record Story(String premise, List<Act> acts, List<String> themes) {
        public Story {
            acts = List.copyOf(acts);
            themes = List.copyOf(themes);
        }
    }

    /// @param lastLevel included
    public record Act(String title, String summary, int firstLevel, int lastLevel) {}

    /// @param id   one of the archetype's, see [Mechanics]
    /// @param name as this game calls it
    /// @param rule one sentence for the player
    public record Mechanic(String id, String name, String rule) {}

    /// @param role   `hero`, `friend` or `foe`
    /// @param sprite one of the drawn ones, see [Sprites]
    public record Figure(String name, String role, String description, String sprite) {}

    /// Knobs that every archetype understands.
    ///
    /// @param objective one sentence for the player
    /// @param speed     0.5 to 3, times the archetype's usual pace
    /// @param density   0 to 1: how many foes, walls, bricks
    /// @param goal      points, lines or waves needed to pass, in the archetype's own small units, 1 to 200
    /// @param seconds   time limit; 0 for none
    public record Level(int number, String name, String objective, double speed, double density, int goal,
            int seconds) {}

    /// Colours as `#rrggbb`.
    ///
    /// @param prize what is collected, also the accent colour of menus
    public record Look(String background, String surface, String hero, String foe, String prize, String text) {}
}
