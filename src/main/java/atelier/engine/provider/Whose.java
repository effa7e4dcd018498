package atelier.engine.provider;

import atelier.engine.port.Asker;
import atelier.generation.registry.Owner;

/// To whom the keys belong that somebody talks about.
sealed interface Whose {
    /// @param adjective such as `your`
    record Of(Owner owner, String adjective) implements Whose {}

    /// They may not.
    ///
    /// @param sentence what to do instead
    record Denied(String sentence) implements Whose {}

    static Whose of(ProviderRequest request, Asker asker) {
        var team = request.team();
        if (team == null) {
            return new Of(new Owner.Person(asker.id()), "your");
        }
        if (!asker.isAdmin()) {
            return new Denied("A key for a whole team is for those who run me to manage, so far. A key of your own is"
                    + " `/provider add gemini`.");
        }
        if (!team.isEmpty()) {
            return new Of(new Owner.Team(team), "the team's");
        }
        return asker.chat().isPrivate()
                ? new Denied("Here are only you and me. Say `/provider add gemini for team` in the team's chat, which"
                        + " tells you how to go on.")
                : new Of(new Owner.Team(asker.chat().key()), "this team's");
    }
}
