package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.chat.Delivery;
import atelier.chat.Incoming;
import atelier.chat.Message;
import atelier.chat.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A model that writes mentions pings nobody, however they are spelled.
class DiscordMentionsTest {
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final List<String> WHOM = List.of("@everyone", "@here", "<@80351110224678912>",
            "<@!80351110224678912>",
            "<@&165511591545143296>", "<#103735883630395392>", "</melody:816437322781949972>", "<id:guide>", "@ada",
            "<t:1618953630:R>", "https://example.org/?leak=words");
    private static final List<String> AROUND = List.of("%s", "**%s**", "||%s||", "> %s", ">>> %s", "# %s", "- %s",
            "`%s`",
            "[%s](https://example.org)", "\\%s", "%s%<s", "(%s)", "~~%s~~", "\u200B%s", "-# %s", "| %s |", "\"%s\"",
            "%s!",
            "hey %s, look");

    private final List<Incoming> received = new CopyOnWriteArrayList<>();
    private final DiscordDoor door = new DiscordDoor();

    DiscordMentionsTest() throws IOException {}

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void twoHundredSpellingsPingNobodyAndShowNoPreview() {
        var words = new ArrayList<String>();
        WHOM.forEach(whom -> AROUND.forEach(around -> words.add(around.formatted(whom))));
        assertThat(words).hasSizeGreaterThanOrEqualTo(200);
        try (var adapter = door.adapter(DiscordDoor.COMMANDS)) {
            adapter.start(received::addAll);
            await().atMost(Duration.ofSeconds(20)).until(adapter::isConnected);
            for (var person = 0; person < 10; person++) {
                door.commands("person" + person, "melody", "calm");
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> received.size() == 10);
            var lines = String.join("\n\n", words).lines().toList();
            for (var person = 0; person < 10; person++) {
                var part = new StringBuilder();
                for (var line = person; line < lines.size(); line += 10) {
                    part.append(lines.get(line)).append("\n\n");
                }
                var address = adapter.open(((Message) received.get(person)).replyAt(), "@everyone wait", List.of());
                adapter.progress(address, "@here " + part.substring(0, 40), List.of());
                assertThat(adapter.deliver(new Outgoing("d" + person, address, true,
                        part.substring(0, Math.min(1900, part.length())), List.of(), List.of())))
                        .isInstanceOf(Delivery.Delivered.class);
            }
        }
        assertThat(door.unsafePayloads()).isEmpty();
        assertThat(door.discord.payloads()).isNotEmpty().allSatisfy(payload -> {
            assertThat(payload.path("allowed_mentions").path("parse").isArray()).isTrue();
            assertThat(payload.path("allowed_mentions").path("parse")).isEmpty();
            assertThat(payload.path("allowed_mentions").path("users")).isEmpty();
            assertThat(payload.path("allowed_mentions").path("roles")).isEmpty();
            assertThat(payload.path("flags").asInt() & SUPPRESS_EMBEDS).isEqualTo(SUPPRESS_EMBEDS);
        });
    }
}
