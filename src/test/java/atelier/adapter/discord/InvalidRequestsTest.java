package atelier.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.chat.OutboundGovernor;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens when Discord turns everything away.
class InvalidRequestsTest {
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(403);
    private final InvalidRequests invalid = new InvalidRequests(time::get);
    private final OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new Pacing(
            OutboundGovernor.onSystemTime(45, _ -> OutboundGovernor.Pace.DISCORD), invalid)).build();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        client.connectionPool().evictAll();
    }

    private int call() throws IOException {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/channels/1/messages";
        try (var response = client.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }

    @Test
    void longBeforeDiscordShutsTheAddressOutNothingIsAskedAnyMoreUntilTimeHasPassed() throws IOException {
        for (var call = 0; call < InvalidRequests.MOST; call++) {
            assertThat(call()).isEqualTo(403);
            time.addAndGet(Duration.ofMillis(60).toNanos());
        }
        for (var call = 0; call < 100; call++) {
            assertThatThrownBy(this::call).isInstanceOf(InvalidRequests.NotAsked.class);
        }
        assertThat(asked).as("of 10,000 that Discord bears").hasValue(5_000);

        time.addAndGet(InvalidRequests.WINDOW.toNanos());
        status.set(200);
        assertThat(call()).isEqualTo(200);
    }

    @Test
    void whatSaysNothingOfTheBotDoesNotCount() {
        for (var call = 0; call < 20_000; call++) {
            invalid.met(404, false);
            invalid.met(200, false);
            invalid.met(429, true);
        }
        assertThat(invalid.isOpen()).isFalse();
        for (var call = 0; call < 20_000; call++) {
            invalid.met(401, false);
            time.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(invalid.isOpen()).as("600 in ten minutes go on as before").isFalse();
    }
}
