/// What a team (a Discord server, a Telegram group) allows: [atelier.engine.team.TeamRules] hold it, [atelier.engine.team.TeamTalk]
/// changes it by words, and [atelier.engine.team.Managers] know who may. Must not know how anything is made.
@NullMarked
package atelier.engine.team;

import org.jspecify.annotations.NullMarked;
