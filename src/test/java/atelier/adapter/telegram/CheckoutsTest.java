package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Hashes;
import atelier.chat.Checkout;
import atelier.chat.Incoming;
import atelier.chat.Receiver;
import atelier.standin.TelegramStandIn;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever is about to pay is answered within Telegram's ten seconds, whatever else is going on.
class CheckoutsTest {
    private TelegramStandIn telegram;
    private TelegramAdapter adapter;
    private final CountDownLatch freed = new CountDownLatch(1);

    @BeforeEach
    void opens() throws IOException {
        telegram = new TelegramStandIn();
        adapter = new TelegramAdapter(TelegramSettings.polling(telegram.token(), telegram.url(), List.of()),
                new Hashes(), Clock.systemUTC());
    }

    @AfterEach
    void closes() {
        freed.countDown();
        adapter.close();
        telegram.close();
    }

    @Test
    void theyDoNotWaitForWhatCameWithThem() {
        telegram.says("ada", "something that takes long to be stored");
        var question = telegram.stars().asks(telegram.user("ada"), "order", "XTR", 250);

        adapter.start(new Slow(true, false));

        await().atMost(Duration.ofSeconds(8)).until(() -> telegram.stars().answer(question).isPresent());
        assertThat(telegram.stars().answer(question).orElseThrow().path("ok").asBoolean()).isTrue();
        assertThat(telegram.confirmed()).as("what came with them is not stored yet").isZero();
    }

    @Test
    void whenItCannotBeDecidedTheyAreSentAwayInTime() {
        var question = telegram.stars().asks(telegram.user("ada"), "order", "XTR", 250);

        adapter.start(new Slow(false, true));

        await().atMost(Duration.ofSeconds(9)).until(() -> telegram.stars().answer(question).isPresent());
        assertThat(telegram.stars().answer(question).orElseThrow().path("error_message").asText())
                .contains("Nothing was charged");
    }

    @Test
    void theSameGoesForAWebhook() throws IOException {
        var called = new TelegramWebhook("secret");
        called.open(new UpdateReader(new Addressed("1", "atelier_bot", java.util.Set.of()), Clock.systemUTC()),
                new Slow(true, false), new Checkouts(new BotApi(
                        TelegramSettings.polling(telegram.token(), telegram.url(), List.of())), new Slow(true, false)));
        var question = telegram.stars().asks(telegram.user("ada"), "order", "XTR", 250);
        var update = "{\"update_id\": 1, \"pre_checkout_query\": {\"id\": \"" + question
                + "\", \"from\": {\"id\": 5, \"first_name\": \"ada\"}, \"currency\": \"XTR\", \"total_amount\": 250,"
                + " \"invoice_payload\": \"order\"}}";

        assertThat(called.receive(_ -> "secret", new java.io.ByteArrayInputStream(update.getBytes(
                java.nio.charset.StandardCharsets.UTF_8)))).isEqualTo(200);

        await().atMost(Duration.ofSeconds(8)).until(() -> telegram.stars().answer(question).isPresent());
    }

    private final class Slow implements Receiver {
        private final boolean inStoring;
        private final boolean inDeciding;

        Slow(boolean inStoring, boolean inDeciding) {
            this.inStoring = inStoring;
            this.inDeciding = inDeciding;
        }

        @Override
        public void receive(List<? extends Incoming> events) {
            stall(inStoring);
        }

        @Override
        public Optional<String> refusal(Checkout checkout) {
            stall(inDeciding);
            return Optional.empty();
        }

        private void stall(boolean stalls) {
            try {
                if (stalls) {
                    freed.await();
                }
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
