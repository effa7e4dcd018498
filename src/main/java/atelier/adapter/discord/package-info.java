/// Discord: slash and message commands, direct messages, mentions and buttons become platform-free events, answers become
/// one message that grows in place. Start at [atelier.adapter.discord.DiscordAdapter]; JDA's types stay inside, and nothing
/// here knows what a command means, a model or SQL.
@NullMarked
package atelier.adapter.discord;

import org.jspecify.annotations.NullMarked;
