package atelier.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.adapter.Hashes;
import atelier.chat.Incoming;
import atelier.chat.UserFacingException;
import atelier.chat.WebhookRoute;
import atelier.standin.TelegramStandIn;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramWebhookTest {
    private static final String SECRET = "s3cret_-";
    private static final String UPDATE = """
            {"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "hello",
             "from": {"id": 7, "is_bot": false, "first_name": "ada"}, "chat": {"id": 7, "type": "private"}}}""";

    private final List<Incoming> stored = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isFull = new AtomicBoolean();
    private final AtomicInteger refused = new AtomicInteger();
    private final TelegramWebhook webhook = new TelegramWebhook(SECRET);

    @BeforeEach
    void open() {
        webhook.open(new UpdateReader(new Addressed("1", "atelier_bot", Set.of()), Clock.systemUTC()), this::store,
                new Checkouts(new BotApi(TelegramSettings.polling("1:x", URI.create("http://127.0.0.1:9"), List.of())),
                        this::store));
    }

    private void store(List<? extends Incoming> events) {
        if (isFull.get()) {
            refused.incrementAndGet();
            throw new IllegalStateException("the disk is full");
        }
        stored.addAll(events);
    }

    @Test
    void anUpdateWithTheSecretIsStored() {
        assertThat(post(SECRET, UPDATE)).isEqualTo(200);
        assertThat(stored).extracting(Incoming::eventId).containsExactly("5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "s3cret_", "s3cret_-x", "S3CRET_-"})
    void aStrangerIsTurnedAwayBeforeTheBodyIsRead(@Nullable String claimed) {
        assertThat(webhook.receive(name -> name.equals(TelegramWebhook.HEADER) ? claimed : null, unreadable()))
                .isEqualTo(401);
        assertThat(stored).isEmpty();
    }

    @Test
    void aBodyOverOneMebibyteIsNotReadToItsEnd() {
        var body = new Endless();

        assertThat(webhook.receive(name -> SECRET, body)).isEqualTo(413);
        assertThat(body.read).isLessThanOrEqualTo((1 << 20) + (1 << 14));
    }

    @Test
    void whatCannotBeStoredIsOfferedAgain() {
        isFull.set(true);

        assertThat(post(SECRET, UPDATE)).isEqualTo(503);
    }

    @Test
    void whatCannotBeReadDoesNotComeAgain() {
        assertThat(post(SECRET, "{not json")).isEqualTo(200);
        assertThat(post(SECRET, "{\"update_id\": 6, \"message\": {\"from\": {\"id\": 1}}}")).isEqualTo(200);
        assertThat(stored).isEmpty();
    }

    @Test
    void aPausedBotAsksForLater() {
        webhook.shut();

        assertThat(post(SECRET, UPDATE)).isEqualTo(503);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "has space", "ümlaut"})
    void withoutAUsableSecretItDoesNotStart(@Nullable String secret) {
        assertThatThrownBy(() -> adapter("1:x", URI.create("http://127.0.0.1:1"), secret, null))
                .isInstanceOf(UserFacingException.class).hasMessageContaining("telegram.webhook.secret");
    }

    @Test
    void updatesArriveThroughTheWebhookTheBotRegistered() throws IOException {
        try (var telegram = new TelegramStandIn()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort()
                    + TelegramSettings.WEBHOOK_PATH);
            try (var adapter = adapter(telegram.token(), telegram.url(), SECRET, url)) {
                host(server, adapter.webhook().orElseThrow());
                isFull.set(true);
                adapter.start(this::store);
                await().until(adapter::isConnected);
                telegram.says("ada", "over the hook");
                await().until(() -> refused.get() > 0);
                assertThat(telegram.confirmed()).isZero();
                isFull.set(false);

                await().until(() -> stored.size() == 1);
                await().until(() -> telegram.confirmed() > 0);
            } finally {
                server.stop(0);
            }
        }
    }

    private static TelegramAdapter adapter(String token, URI api, @Nullable String secret, @Nullable URI url) {
        return new TelegramAdapter(TelegramSettings.webhook(token, api, secret, url, List.of()), new Hashes(),
                Clock.systemUTC());
    }

    private static void host(HttpServer server, WebhookRoute route) {
        server.createContext(route.path(), exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(route.receive(exchange.getRequestHeaders()::getFirst,
                        exchange.getRequestBody()), -1);
            }
        });
        server.start();
    }

    private int post(String secret, String body) {
        return webhook.receive(name -> secret, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream unreadable() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was read");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        };
    }

    private static final class Endless extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            read += length;
            return length;
        }
    }
}
