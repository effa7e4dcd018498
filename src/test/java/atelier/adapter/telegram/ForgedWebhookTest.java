package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.chat.Incoming;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests to the webhook that are not Telegram's.
class ForgedWebhookTest {
    private static final String SECRET = "Fq7_-dXz0pLm4RtY8wBv2NcK6hJs1GaE";
    private static final String UPDATE = """
            {"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "hello",
             "from": {"id": 7, "is_bot": false, "first_name": "ada"}, "chat": {"id": 7, "type": "private"}}}""";

    private final List<Incoming> stored = new CopyOnWriteArrayList<>();
    private final TelegramWebhook webhook = new TelegramWebhook(SECRET);

    @BeforeEach
    void open() {
        webhook.open(new UpdateReader(new Addressed("1", "atelier_bot", Set.of()), Clock.systemUTC()), stored::addAll,
                new Checkouts(new BotApi(TelegramSettings.polling("1:x", URI.create("http://127.0.0.1:9"), List.of())),
                        stored::addAll));
    }

    @Test
    void ofTenThousandNoneIsAcceptedAndNoBodyIsRead() {
        var random = new Random(11);
        var unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was read before the secret was known");
            }

            @Override
            public int read(byte[] into, int from, int most) {
                return read();
            }
        };
        for (var number = 0; number < 10_000; number++) {
            var header = random.nextInt(20) == 0 ? "X-Telegram-Bot-Api-Secret" : TelegramWebhook.HEADER;
            var claimed = header.equals(TelegramWebhook.HEADER) ? mutated(random) : SECRET;

            var status = webhook.receive(name -> name.equals(header) ? claimed : null, unread);

            assertThat(status).as("%d: %s", number, claimed).isEqualTo(401);
        }
        assertThat(stored).isEmpty();

        assertThat(webhook.receive(name -> name.equals(TelegramWebhook.HEADER) ? SECRET : null,
                new ByteArrayInputStream(UPDATE.getBytes(StandardCharsets.UTF_8)))).isEqualTo(200);
        assertThat(stored).as("the true one is").hasSize(1);
    }

    /// The secret with something wrong in it.
    private static @Nullable String mutated(Random random) {
        var at = random.nextInt(SECRET.length());
        var mutated = switch (random.nextInt(14)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> SECRET.substring(0, at);
            case 3 -> SECRET.substring(at + 1);
            case 4 -> SECRET.substring(0, at) + (char) (SECRET.charAt(at) ^ 1 << random.nextInt(7))
                    + SECRET.substring(at + 1);
            case 5 -> SECRET + SECRET.charAt(at);
            case 6 -> SECRET.toLowerCase(Locale.ROOT);
            case 7 -> SECRET + " ";
            case 8 -> " " + SECRET;
            case 9 -> SECRET + "\u0000";
            case 10 -> SECRET + ", " + SECRET;
            case 11 -> new StringBuilder(SECRET).reverse().toString();
            case 12 -> SECRET.substring(0, at) + "\u00E9" + SECRET.substring(at);
            default -> new Random(random.nextLong()).ints(SECRET.length(), 33, 127)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        };
        return SECRET.equals(mutated) ? SECRET + "x" : mutated;
    }
}
