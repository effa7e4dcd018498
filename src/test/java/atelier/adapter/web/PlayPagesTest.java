package atelier.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.engine.play.PlayLinks;
import atelier.store.DiskArtifacts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlayPagesTest {
    private static final String GAME = "<!DOCTYPE html><title>Snake</title><canvas></canvas>";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-05-01T12:00:00Z");
    private final PlayLinks links = new PlayLinks(new byte[32], URI.create("http://localhost"), clock);
    private final HttpClient client = HttpClient.newHttpClient();
    private DiskArtifacts artifacts;
    private HttpServer server;
    private String path;

    @BeforeEach
    void open() {
        artifacts = new DiskArtifacts(folder);
        path = URI.create(links.to(artifacts.put(GAME.getBytes(StandardCharsets.UTF_8))).orElseThrow()).getPath();
        server = HttpServer.start("127.0.0.1", 0, Map::of, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List.of(), new PlayPages(links, artifacts::path));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void aLinkShowsTheGameInASandboxedFrame() throws Exception {
        var outer = get(path);
        var game = get(path + "/game");

        assertThat(outer.statusCode()).isEqualTo(200);
        assertThat(outer.body()).contains("<iframe sandbox=\"allow-scripts\"").doesNotContain("allow-same-origin");
        assertThat(policy(outer)).contains("default-src 'none'", "frame-src 'self'").doesNotContain("unsafe");
        assertThat(game.statusCode()).isEqualTo(200);
        assertThat(game.body()).endsWith(GAME);
        assertThat(game.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(policy(game)).startsWith("sandbox allow-scripts; default-src 'none'").contains("connect-src 'none'");
    }

    @Test
    void theGameItselfIsShownInTheFrameOnly() throws Exception {
        var alone = client.send(request(path + "/game").header("Sec-Fetch-Dest", "document").build(),
                BodyHandlers.ofString());

        assertThat(alone.statusCode()).isEqualTo(303);
        assertThat(request(path + "/game").build().uri().resolve(alone.headers().firstValue("Location").orElseThrow()))
                .hasPath(path);
    }

    @Test
    void anExpiredLinkSaysWhatToDo() throws Exception {
        clock.advance(PlayLinks.LIFE.plus(Duration.ofDays(1)));

        assertThat(get(path).statusCode()).isEqualTo(410);
        assertThat(get(path).body()).contains("Ask the bot to make the game again");
        assertThat(get(path + "/game").statusCode()).isEqualTo(410);
        assertThat(get(path + "/game").body()).contains("Ask the bot to make the game again");
    }

    @Test
    void aGameThatIsNotKeptAnyMoreHasExpiredToo() throws Exception {
        var gone = URI.create(links.to("ab".repeat(32)).orElseThrow()).getPath();

        assertThat(get(gone).statusCode()).isEqualTo(410);
        assertThat(get(gone + "/game").statusCode()).isEqualTo(410);
    }

    @Test
    void whateverIsNoLinkOfOursShowsNothing() throws Exception {
        for (var wrong : List.of("/play", "/play/", "/play/x", "/play/x/game", "/play/%2e%2e/%2e%2e/game",
                path + "/other",
                path.substring(0, path.length() - 1), "/play/" + "A".repeat(4_000))) {
            var answer = get(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("canvas");
        }
    }

    private static String policy(HttpResponse<String> response) {
        assertThat(response.headers().allValues("Content-Security-Policy")).hasSize(1);
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(request(address).build(), BodyHandlers.ofString());
    }
}
