package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.chat.Chat;
import atelier.chat.Incoming;
import atelier.chat.Platform;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Discord says of those who speak: their guild, their roles, what they may manage, whether they are a bot.
class DiscordCommunityTest {
    private final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private final DiscordDoor door = new DiscordDoor();
    private DiscordAdapter adapter;

    DiscordCommunityTest() throws IOException {}

    @BeforeEach
    void connect() {
        adapter = door.adapter(DiscordSettings
                .of(door.discord.token(), URI.create(door.discord.apiUrl()), URI.create(door.discord.gatewayUrl()))
                .hearing(Set.of(door.discord.id("robot"), door.discord.id("hook"))));
        adapter.start(heard::addAll);
        await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
    }

    @AfterEach
    void disconnect() {
        adapter.close();
        door.close();
    }

    @Test
    void aCommandTellsTheGuildTheRolesAndWhoManages() {
        door.discord.appoints("ada");
        door.discord.commandsInGuild("ada", "usage", Map.of());
        await().until(() -> heard.size() == 1);
        door.discord.commandsInGuild("eve", "usage", Map.of());
        await().until(() -> heard.size() == 2);
        door.discord.mentions("ada", "a melody");
        await().until(() -> heard.size() == 3);
        door.discord.commands("ada", "usage", Map.of());
        await().until(() -> heard.size() == 4);

        assertThat(heard).extracting(it -> it.sender().standing().manages()).containsExactly(true, false, true, false);
        assertThat(heard.getFirst().sender().standing().roles()).hasSize(1);
        assertThat(heard.getFirst().sender().standing().server()).isEqualTo(door.discord.guild());
        assertThat(heard.getLast().sender().standing().server()).isEmpty();
    }

    @Test
    void onlyListedBotsAndWebhooksAreHeardAndKnownAsSuch() {
        door.discord.botMentions("stranger", false, "a melody");
        door.discord.botMentions("strangehook", true, "a melody");
        door.discord.botMentions("robot", false, "a melody");
        door.discord.botMentions("hook", true, "a melody");
        door.discord.mentions("ada", "a melody");
        await().until(() -> heard.size() >= 3);

        assertThat(heard).extracting(it -> it.sender().standing().isBot()).containsExactly(true, true, false);
    }

    @Test
    void everyMessageHasAnAddress() {
        var place = new Chat(Platform.DISCORD, "20", false);
        assertThat(adapter.link(place, "10", "30")).contains("https://discord.com/channels/10/20/30");
        assertThat(adapter.link(place, "", "30")).contains("https://discord.com/channels/@me/20/30");
    }
}
