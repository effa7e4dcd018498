package atelier.create.design;

import atelier.create.game.Archetype;
import atelier.intent.Complexity;
import java.util.List;
import java.util.Optional;

/// What the words want of a game, as far as they say it.
///
/// @param archetype  empty where the words leave the kind open
/// @param complexity intermediate where the words are silent
/// @param levels     10 to 20, already clamped
/// @param levelsSaid whether the words name a number of levels
/// @param beyond     what the archetype cannot do, as known from the words alone
/// @param nearest    how the kind asked for was brought to one that is played here, where they are not the same
/// @param remarks    what else the person has to be told about how the words were taken
public record Wish(String request, Optional<Archetype> archetype, Optional<String> world, Complexity complexity,
        int levels, boolean levelsSaid, Tongue tongue, Optional<String> title,
        List<String> beyond, Optional<String> nearest, List<String> remarks) {
    /// Fewest and most levels a game may have.
    public static final int LEAST = 10, MOST = 20;

    public Wish {
        beyond = List.copyOf(beyond);
        remarks = List.copyOf(remarks);
    }

    /// The same wish in the words it was made with, before some of them were understood otherwise.
    public Wish said(String words, Optional<String> newTitle) {
        return new Wish(words, archetype, world, complexity, levels, levelsSaid, Tongue.of(words, Spoken.of(words)),
                newTitle.or(() -> title), beyond, nearest, remarks);
    }

    Spoken spoken() {
        return Spoken.of(request);
    }

    /// Who is said to be in the game; of a kind of game that bears an animal's name, others first.
    List<Creature.Said> creatures() {
        var all = Creature.in(request, tongue, noun -> isTaken(Spoken.of(noun)));
        var others = all.stream().filter(one -> archetype.filter(kind -> kind.id().equals(one.sprite())).isEmpty())
                .toList();
        return others.stream().allMatch(Creature.Said::isFoe) ? all : others;
    }

    private boolean isTaken(Spoken noun) {
        return Theme.in(noun).isPresent() || GameKind.in(noun).isPresent() || Trademarks.in(noun).isPresent();
    }

    Optional<Trademarks.Mark> trademark() {
        return Trademarks.in(spoken());
    }

    Optional<Theme> theme() {
        return world.flatMap(id -> Theme.ALL.stream().filter(theme -> theme.id().equals(id)).findFirst());
    }
}
