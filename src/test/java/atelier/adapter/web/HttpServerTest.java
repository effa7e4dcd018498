package atelier.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import atelier.chat.UserFacingException;
import atelier.chat.WebhookRoute;
import atelier.engine.play.PlayLinks;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpServerTest {
    private static final PlayPages NO_PAGES = new PlayPages(
            new PlayLinks(new byte[32], null, InstantSource.system()), Path::of);

    private final Map<String, Boolean> adapters = new ConcurrentHashMap<>(Map.of("discord", true, "telegram", true));
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Hook hook = new Hook();
    private final HttpServer server = HttpServer.start("127.0.0.1", 0, () -> adapters, metrics, List.of(hook),
            NO_PAGES);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void healthIsAliveWhateverTheAdaptersDo() throws Exception {
        adapters.put("discord", false);

        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void readyOnlyWhenEveryAdapterIsConnectedAndElseNamesTheOneThatIsNot() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(200);

        adapters.put("telegram", false);

        HttpResponse<String> answer = get("/readyz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"ready\":false").contains("\"telegram\":false")
                .contains("\"discord\":true");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void anAdapterThatCannotTellDoesNotCountAsReady() throws Exception {
        try (HttpServer broken = HttpServer.start("127.0.0.1", 0, () -> {
            throw new IllegalStateException("the inner workings");
        }, metrics, List.of(), NO_PAGES)) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + broken.port() + "/readyz")).build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void metricsAreInTheFormatOfPrometheus() throws Exception {
        metrics.counter("atelier.jobs", "outcome", "done").increment(3);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.body()).contains("atelier_jobs_total{outcome=\"done\"} 3.0");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain; version=0.0.4");
    }

    @Test
    void anUnknownPathSaysNothingButNotFound() throws Exception {
        for (String path : List.of("/", "/admin", "/healthz/../etc/passwd", "/hook", "/%2e%2e/x")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).isEmpty();
        }
    }

    @Test
    void everyAnswerCarriesTheSafetyHeaders() throws Exception {
        for (String path : List.of("/healthz", "/readyz", "/metrics", "/nowhere")) {
            assertThat(get(path).headers().map()).as(path)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .doesNotContainKey("server");
        }
    }

    @Test
    void aWebhookGetsHeadersAndBodyAndItsStatusIsAnswered() throws Exception {
        hook.secret = "s3cret";

        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(at("/hook"))
                .header("x-hook-SECRET", "s3cret").POST(BodyPublishers.ofString("{\"update\":1}")).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(hook.bytesRead.get()).isEqualTo(12);
    }

    @Test
    void aBodyAnnouncedTooLargeIsRefusedUnread() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("POST /hook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
        assertThat(hook.bytesRead.get()).isZero();
    }

    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        long sent = sendEndlessly("");

        assertThat(hook.bytesRead.get()).isLessThanOrEqualTo(1 << 20);
        assertThat(sent).as("bytes the server took before it hung up").isLessThan(64 << 20);
    }

    @Test
    void anEndlessBodyWithoutTheSecretIsNotReadAtAll() throws Exception {
        hook.secret = "s3cret";

        long sent = sendEndlessly("X-Hook-Secret: wrong\r\n");

        assertThat(hook.bytesRead.get()).isZero();
        assertThat(sent).as("bytes the server took before it hung up").isLessThan(64 << 20);
    }

    @Test
    void aWebhookThatFailsTellsTheCallerNothing() throws Exception {
        hook.failure = new IllegalStateException("the inner workings");

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(at("/hook")).POST(BodyPublishers.ofString("x")).build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void garbageInsteadOfHttpDoesNotDisturbTheServer() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("\u0000\u0001 nonsense\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("nonsense").doesNotContain("Exception");
        }

        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsNamedWithTheSettingToChange() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> HttpServer.start("127.0.0.1", server.port(), Map::of, metrics, List.of(), NO_PAGES))
                .withMessageContaining("port " + server.port())
                .withMessageContaining("http.port");
    }

    /// Writes chunks until the server hangs up or 64 MiB are gone; returns how many bytes went out.
    private long sendEndlessly(String headers) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /hook HTTP/1.1\r\nHost: localhost\r\n" + headers + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (sent < 64 << 20) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException _) {
            // The server hung up, as it should.
        }
        return sent;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /// Checks its secret, then reads the body to the end.
    private static final class Hook implements WebhookRoute {
        final AtomicLong bytesRead = new AtomicLong();
        volatile @Nullable String secret;
        volatile @Nullable RuntimeException failure;

        @Override
        public String path() {
            return "/hook";
        }

        @Override
        public int receive(Function<String, @Nullable String> header, InputStream body) {
            RuntimeException toThrow = failure;
            if (toThrow != null) {
                throw toThrow;
            }
            String wanted = secret;
            if (wanted != null && !wanted.equals(header.apply("X-Hook-Secret"))) {
                return 401;
            }
            try {
                for (int count = 0; count >= 0; count = body.read(new byte[8192])) {
                    bytesRead.addAndGet(count);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return 204;
        }
    }
}
