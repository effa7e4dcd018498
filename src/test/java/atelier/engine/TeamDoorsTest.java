package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.SettableClock;
import atelier.account.Offers;
import atelier.account.Tier;
import atelier.account.Tiers;
import atelier.adapter.Door;
import atelier.adapter.Hashes;
import atelier.adapter.discord.DiscordAdapter;
import atelier.adapter.discord.DiscordSettings;
import atelier.adapter.discord.SlashCommand;
import atelier.adapter.telegram.BotCommand;
import atelier.adapter.telegram.TelegramAdapter;
import atelier.adapter.telegram.TelegramSettings;
import atelier.chat.ChatAdapter;
import atelier.create.ScriptedRouter;
import atelier.engine.port.StarShop;
import atelier.standin.DiscordStandIn;
import atelier.standin.TelegramStandIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Those who manage a server or group by what the platforms really say of them: Discord with each command, Telegram when asked.
class TeamDoorsTest {
    private static final long GROUP = -1001234567890L;
    private static final long ANOTHER = -1001234567891L;

    @TempDir
    Path folder;

    @AutoClose
    private final TelegramStandIn telegram = new TelegramStandIn(1000, 1000);

    @AutoClose
    private final DiscordStandIn discord = new DiscordStandIn();

    @AutoClose
    private TestAtelier atelier;

    TeamDoorsTest() throws IOException {}

    @BeforeEach
    void opens() {
        var settings = TelegramSettings.polling(telegram.token(), telegram.url(),
                List.of(new BotCommand("persona", "How I talk"), new BotCommand("settings", "Settings")));
        var doors = List.<ChatAdapter>of(new TelegramAdapter(settings, new Hashes(), Clock.systemUTC()),
                new DiscordAdapter(
                        new DiscordSettings(discord.token(), URI.create(discord.apiUrl()),
                                URI.create(discord.gatewayUrl()), 0, Duration.ofSeconds(5), true, Set.of()),
                        List.of(SlashCommand.of("persona", "How I talk"), SlashCommand.of("settings", "Settings")),
                        List.of(), new Hashes(), discord.clock()));
        atelier = new TestAtelier(folder, doors, SettableClock.at("2026-11-21T12:00:00Z"), new ScriptedRouter(),
                new Tiers(Map.of("free", new Tier("free", 25, 1000, 1, true, 1)), "free"), Offers.NONE,
                StarShop.CLOSED);
        await().atMost(Duration.ofSeconds(30)).until(() -> doors.stream().allMatch(ChatAdapter::isConnected));
    }

    /// What is shown last, when somebody has done something.
    private static String answer(Supplier<List<Door.Seen>> shown, Runnable what, String words) {
        what.run();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> assertThat(shown.get()).last().satisfies(it -> assertThat(it.text()).contains(words)));
        return shown.get().getLast().text();
    }

    private void inGuild(String person, String command, String words, String answer) {
        answer(() -> discord.seenInGuild(person),
                () -> discord.commandsInGuild(person, command, Map.of("prompt", words)), answer);
    }

    private void inGroup(long group, String person, String words, String answer) {
        answer(() -> telegram.seenIn(group), () -> telegram.saysIn(group, person, words), answer);
    }

    @Test
    void discordSaysWithEachCommandWhoManagesTheServer() {
        discord.appoints("ada");

        inGuild("eve", "persona", "use pirate for the team", "Only those who manage");
        inGuild("ada", "persona", "use pirate for the team", "**pirate** in this team");
        inGuild("eve", "persona", "list", "**pirate** ✓");
        inGuild("eve", "settings", "budget 5 for the team", "Only those who manage");
        inGuild("ada", "settings", "budget 5 for the team", "of $5");
    }

    /// Discord tells the language of those who use a command or a button, and not of those who write.
    @Test
    void whoWritesIsAnsweredInTheLanguageDiscordToldBefore() {
        discord.speaks("de");
        answer(() -> discord.seenBy("gus"), () -> discord.commands("gus", "persona", Map.of()), "So kann ich sprechen");
        discord.speaks("fr");
        answer(() -> discord.seenBy("gus"), () -> discord.says("gus", "danke dir"), "Gern geschehen");
        answer(() -> discord.seenInGuild("gus"), () -> discord.mentions("gus", "danke dir"), "Gern geschehen");
        answer(() -> discord.seenBy("mia"), () -> discord.says("mia", "thanks"), "You're welcome");
    }

    @Test
    void telegramIsAskedWhoAdministersTheGroup() {
        telegram.appoints(GROUP, Long.toString(telegram.idOf("ada")));

        inGroup(GROUP, "eve", "/persona use pirate for the team", "Only those who manage");
        inGroup(GROUP, "ada", "/persona use pirate for the team", "pirate in this team");
        inGroup(GROUP, "eve", "/settings budget 5 for the team", "Only those who manage");
        inGroup(GROUP, "ada", "/settings budget 5 for the team", "of $5");
        inGroup(ANOTHER, "ada", "/persona use pirate for the team", "Only those who manage");
        inGroup(ANOTHER, "ada", "/settings budget", "Nothing limits");
        assertThat(telegram.calls("getchatmember")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(atelier.community().audit().newest(1)).as("these are no rules").isEmpty();
    }
}
