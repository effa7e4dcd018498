package atelier.engine.community;

import atelier.chat.Chat;
import atelier.chat.HashMemory;
import atelier.engine.team.TeamRules;
import java.util.Set;

/// Where what belongs to running a community is kept.
///
/// @param chatsPerMinute how many requests a minute one shared chat may make, all its people together
/// @param notes          small facts worth keeping
/// @param admins         who runs Atelier, as `TELEGRAM:42`
public record Community(Places places, Bans bans, AuditLog audit, PendingActs pending, Announcements announcements,
        RulesBook rules, Reports reports, Overview overview, ChatPace pace, HashMemory notes, Set<String> admins,
        int chatsPerMinute) {
    public Community {
        admins = Set.copyOf(admins);
    }

    private static final String DRAIN = "drain";

    /// Whether no new work is taken at present.
    public boolean isDraining() {
        return "on".equals(notes.last(DRAIN));
    }

    /// What the team allows whose chat this is.
    public TeamRules rulesIn(Chat chat) {
        return rules.of(chat.isPrivate() ? "" : places.server(chat.key()));
    }

    public void drain(boolean on) {
        notes.remember(DRAIN, on ? "on" : "off");
    }
}
