/// What a team (a Discord server, a Telegram group) allows: [atelier.engine.team.TeamRules] hold it, [atelier.engine.team.TeamTalk]
/// changes it by words. Must not know how anything is made.
@NullMarked
package atelier.engine.team;

import org.jspecify.annotations.NullMarked;
