/// The Discord adapter against a stand-in that speaks Discord's protocol. Start at
/// [atelier.adapter.discord.DiscordAdapterTest].
@NullMarked
package atelier.adapter.discord;

import org.jspecify.annotations.NullMarked;
