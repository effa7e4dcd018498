package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.generation.registry.Owner;
import atelier.language.Sentence;

/// To whom the keys belong that somebody talks about.
sealed interface Whose {
    /// Who that is for the one who talks.
    enum Seen {
        /// They themselves.
        OWN,
        /// The team of the chat where it is said.
        HERE,
        /// A team elsewhere.
        ELSEWHERE
    }

    record Of(Owner owner, Seen seen) implements Whose {}

    /// They may not.
    ///
    /// @param sentence what to do instead
    record Denied(Sentence sentence) implements Whose {}

    static Whose of(ProviderRequest request, Asker asker) {
        var team = request.team();
        if (team == null) {
            return new Of(new Owner.Person(asker.id()), Seen.OWN);
        }
        if (!asker.isAdmin()) {
            return new Denied(Sentence.of("provider.not-yours"));
        }
        if (!team.isEmpty()) {
            return new Of(new Owner.Team(team), Seen.ELSEWHERE);
        }
        return asker.chat().isPrivate()
                ? new Denied(Sentence.of("provider.in-team"))
                : new Of(new Owner.Team(asker.chat().key()), Seen.HERE);
    }
}
