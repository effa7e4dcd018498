package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.engine.team.Managers;
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

    /// They may, if they manage that place; the platform has to be asked.
    ///
    /// @param place key of a chat, or of a server or group
    record Unsure(String place, Of of) implements Whose {}

    /// They may not.
    ///
    /// @param sentence what to do instead
    record Denied(Sentence sentence) implements Whose {}

    static Whose of(ProviderRequest request, Asker asker, Managers managers) {
        var team = request.team();
        if (team == null) {
            return new Of(new Owner.Person(asker.id()), Seen.OWN);
        }
        var isNamed = !team.isEmpty() && !team.equals(ProviderRequest.CHAT);
        if (!isNamed && asker.chat().isPrivate()) {
            return new Denied(Sentence.of("provider.in-team"));
        }
        var place = isNamed ? team : team.isEmpty() ? managers.team(asker) : asker.chat().key();
        var of = new Of(new Owner.Team(place), isNamed ? Seen.ELSEWHERE : Seen.HERE);
        return managers.may(asker, place) ? of : new Unsure(place, of);
    }
}
