package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.engine.team.Managers;
import atelier.generation.registry.Owner;

/// To whom the keys belong that somebody talks about.
sealed interface Whose {
    /// @param adjective such as `your`
    record Of(Owner owner, String adjective) implements Whose {}

    /// They may, if they manage that place; the platform has to be asked.
    ///
    /// @param place key of a chat, or of a server or group
    record Unsure(String place, Of of) implements Whose {}

    /// They may not.
    ///
    /// @param sentence what to do instead
    record Denied(String sentence) implements Whose {}

    static Whose of(ProviderRequest request, Asker asker, Managers managers) {
        var team = request.team();
        if (team == null) {
            return new Of(new Owner.Person(asker.id()), "your");
        }
        var isNamed = !team.isEmpty() && !team.equals(ProviderRequest.CHAT);
        if (!isNamed && asker.chat().isPrivate()) {
            return new Denied(asker.phrases().say("team.key.alone"));
        }
        var place = isNamed ? team : team.isEmpty() ? managers.team(asker) : asker.chat().key();
        var of = new Of(new Owner.Team(place), isNamed ? "the team's" : team.isEmpty() ? "this team's" : "this chat's");
        return managers.may(asker, place) ? of : new Unsure(place, of);
    }
}
