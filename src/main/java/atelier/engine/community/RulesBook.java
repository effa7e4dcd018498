package atelier.engine.community;

import atelier.engine.team.TeamRules;

/// What each team allows, with what it allowed before.
public interface RulesBook {
    /// What holds now; [TeamRules#NONE] where nothing was ever set.
    ///
    /// @param server key of the server or group
    TeamRules of(String server);

    void set(String server, TeamRules rules, String by);

    /// Takes the newest change back.
    ///
    /// @return whether there was one
    boolean undo(String server);
}
