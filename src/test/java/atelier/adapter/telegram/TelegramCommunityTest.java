package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Hashes;
import atelier.chat.Chat;
import atelier.chat.Incoming;
import atelier.chat.Platform;
import atelier.standin.TelegramStandIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Telegram says of those who speak: their group, whether they administer it, whether they are a bot.
class TelegramCommunityTest {
    private static final long GROUP = -1001234567890L;
    private static final Chat PLACE = new Chat(Platform.TELEGRAM, GROUP + ":7", false);

    private final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private TelegramStandIn telegram;
    private TelegramAdapter adapter;

    @BeforeEach
    void open() throws IOException {
        telegram = new TelegramStandIn();
        adapter = new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(), List.of())
                .hearing(Set.of("900", "4242")), new Hashes(), Clock.systemUTC());
        adapter.start(heard::addAll);
    }

    @AfterEach
    void close() {
        adapter.close();
        telegram.close();
    }

    private ObjectNode bot(long id, String text) {
        var message = telegram.inGroup(GROUP, "robot").put("text", text);
        message.withObject("/from").put("id", id).put("is_bot", true);
        return message;
    }

    @Test
    void onlyListedBotsAreHeardAndKnownAsSuch() {
        telegram.receives(bot(901, "/help"));
        telegram.receives(bot(4242, "/help")); // ourselves
        telegram.receives(bot(900, "/help"));
        telegram.saysIn(GROUP, "ada", "/help");
        await().until(() -> heard.size() >= 2);

        assertThat(heard).extracting(it -> it.sender().standing().isBot()).containsExactly(true, false);
        assertThat(heard).extracting(it -> it.sender().standing().server()).containsOnly(Long.toString(GROUP));
    }

    @Test
    void whoAdministersAGroupIsAskedOfTelegramAndRememberedForAWhile() {
        telegram.appoints(GROUP, "7");

        assertThat(adapter.manages(PLACE, "7")).isTrue();
        assertThat(adapter.manages(PLACE, "8")).isFalse();
        assertThat(adapter.manages(PLACE, "7")).isTrue();
        assertThat(adapter.manages(new Chat(Platform.TELEGRAM, "7", true), "7")).isFalse();
        assertThat(telegram.calls("getchatmember")).hasSize(2);
    }

    @Test
    void nobodyManagesWhenTelegramDoesNotAnswer() {
        telegram.close();

        assertThat(adapter.manages(PLACE, "7")).isFalse();
    }

    @Test
    void aMessageOfASupergroupHasAnAddress() {
        assertThat(adapter.link(PLACE, Long.toString(GROUP), "12")).contains("https://t.me/c/1234567890/12");
        assertThat(adapter.link(new Chat(Platform.TELEGRAM, "7", true), "", "12")).isEmpty();
    }
}
