package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.adapter.telegram.TelegramAdapter;
import atelier.adapter.telegram.TelegramSettings;
import atelier.adapter.web.HttpServer;
import atelier.adapter.web.PlayPages;
import atelier.chat.HashMemory;
import atelier.chat.Incoming;
import atelier.engine.play.PlayLinks;
import atelier.standin.TelegramStandIn;
import atelier.store.DiskArtifacts;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that is answered over HTTP, really called by everybody whose business it is not.
class RoutePermissionTest {
    private static final String SECRET = "Fq7_-dXz0pLm4RtY8wBv2NcK6hJs1GaE";
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final String GAME = "CANARYgame";
    private static final String UPDATE = """
            {"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "hello",
             "from": {"id": 7, "is_bot": false, "first_name": "ada"}, "chat": {"id": 7, "type": "private"}}}""";

    /// Who may call something.
    private enum Policy {
        /// Everybody: it says nothing of anybody.
        EVERYBODY,
        /// Whoever runs Atelier, from this machine or a private network.
        OPERATOR,
        /// Whoever holds a link that cannot be guessed.
        LINK,
        /// The platform that knows a secret.
        PLATFORM
    }

    /// As it stands in the source. A new route needs a line here and a way to call it below.
    private static final Map<String, Policy> ROUTES = Map.of("\"/healthz\"", Policy.EVERYBODY, "\"/readyz\"",
            Policy.OPERATOR, "\"/metrics\"", Policy.OPERATOR, "PlayLinks.PATH + \"{token}\"", Policy.LINK,
            "PlayLinks.PATH + \"{token}/game\"", Policy.LINK, "webhook.path()", Policy.PLATFORM);

    /// What somebody from outside comes with who has no right: nothing, a guess, or what they would have at another door.
    private static final Map<String, List<String>> STRANGERS = Map.of("anonymous", List.of(), "a wrong secret",
            List.of(HEADER, "Fq7_-dXz0pLm4RtY8wBv2NcK6hJs1GaF"), "half a secret", List.of(HEADER, SECRET.substring(16)),
            "a bearer", List.of("Authorization", "Bearer " + SECRET), "a password", List.of("Authorization",
                    "Basic YWRtaW46YWRtaW4="),
            "a cookie", List.of("Cookie", "session=" + SECRET));
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    private final PlayLinks links = new PlayLinks(new byte[]{7}, URI.create("http://localhost"), clock);
    private final List<Incoming> stored = new CopyOnWriteArrayList<>();

    @AutoClose
    private final TelegramStandIn telegram = new TelegramStandIn(1000, 1000);

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    @AutoClose
    private TelegramAdapter door;

    @AutoClose
    private HttpServer server;
    private DiskArtifacts files;

    RoutePermissionTest() throws IOException {}

    @BeforeEach
    void opens() {
        files = new DiskArtifacts(folder);
        door = new TelegramAdapter(TelegramSettings.webhook(telegram.token(), telegram.url(), SECRET,
                URI.create("https://bot.example.org"), List.of()), new HashMemory() {
                    @Override
                    public @Nullable String last(String key) {
                        return null;
                    }

                    @Override
                    public void remember(String key, String hash) {
                        // Nothing is asked for twice.
                    }
                }, Clock.systemUTC());
        door.start(stored::addAll);
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.counter("canary.metric").increment();
        server = HttpServer.start("127.0.0.1", 0, () -> Map.of("canary-door", true), metrics,
                door.webhook().stream().toList(), new PlayPages(links, files::path));
    }

    private String token(String content) {
        var link = links.to(files.put(content.getBytes(StandardCharsets.UTF_8))).orElseThrow();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> call(String method, String path, List<String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).method(method,
                BodyPublishers.ofString(method.equals("GET") || method.equals("HEAD") ? "" : UPDATE));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What is said to those who come from outside, through a proxy.
    private static List<String> from(String address, List<String> headers) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of("X-Forwarded-For", address));
        return all;
    }

    private static void denied(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isIn(400, 401, 404, 405, 410);
        assertThat(answer.body()).as(what).doesNotContainIgnoringCase("canary").doesNotContain(SECRET)
                .matches("(?s)|(?:This link to a game has expired|There is no game behind this link).*");
    }

    /// Links to ada's game that are not the one she got.
    private Map<String, String> foreignLinks() {
        var hers = token(GAME);
        var theirs = token("another game");
        var links = new TreeMap<String, String>();
        links.put("a guess", "guess");
        links.put("none", "-");
        // The page is named in the first 32 bytes, the signature stands in the last 16.
        var mixed = Base64.getUrlDecoder().decode(theirs);
        System.arraycopy(Base64.getUrlDecoder().decode(hers), 0, mixed, 0, 32);
        links.put("her game under another's signature", Base64.getUrlEncoder().withoutPadding().encodeToString(mixed));
        var unsigned = Base64.getUrlDecoder().decode(hers);
        unsigned[unsigned.length - 1] ^= 1;
        links.put("her link, one bit off", Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned));
        var longer = Base64.getUrlDecoder().decode(hers);
        longer[33] ^= 1;
        links.put("her link, for longer", Base64.getUrlEncoder().withoutPadding().encodeToString(longer));
        var elsewhere = new PlayLinks(new byte[]{8}, URI.create("http://localhost"), clock)
                .to(files.put(GAME.getBytes(StandardCharsets.UTF_8))).orElseThrow();
        links.put("signed elsewhere", elsewhere.substring(elsewhere.lastIndexOf('/') + 1));
        return links;
    }

    @Test
    void everyRouteHasAPolicy() throws IOException {
        var route = Pattern
                .compile("\\.(?:get|post|put|delete|patch|head|options)\\(\\s*(\"/[^\"]*\"|[A-Z]\\w*\\.[A-Z_]+[^,]*"
                        + "|[A-Z_]{3,}[^,]*|\\w+\\.path\\(\\))");
        var found = new TreeSet<String>();
        try (var sources = Files.list(Path.of("src/main/java/atelier/adapter/web"))) {
            for (var file : sources.toList()) {
                found.addAll(
                        route.matcher(Files.readString(file)).results().map(it -> it.group(1).strip()).toList());
            }
        }
        assertThat(found).as("say who may call a new route").isEqualTo(new TreeSet<>(ROUTES.keySet()));
    }

    @Test
    void nobodyReachesWhatIsNotTheirs() throws Exception {
        var cells = 0;
        for (var stranger : STRANGERS.entrySet()) {
            for (var method : METHODS) {
                for (var path : List.of("/readyz", "/metrics")) {
                    denied(call(method, path, from("203.0.113.9", stranger.getValue())), stranger + method + path);
                    cells++;
                }
                denied(call(method, "/telegram/webhook", stranger.getValue()), stranger + method + " webhook");
                cells++;
                for (var link : foreignLinks().entrySet()) {
                    for (var behind : List.of("", "/game")) {
                        denied(call(method, PlayLinks.PATH + link.getValue() + behind, stranger.getValue()),
                                stranger + method + link + behind);
                        cells++;
                    }
                }
                var health = call(method, "/healthz", from("203.0.113.9", stranger.getValue()));
                assertThat(health.body()).isIn("", "alive\n");
                cells++;
            }
        }
        assertThat(stored).as("no forged event was taken in").isEmpty();
        System.out.printf("%d routes, %d cells, 0 let in%n", ROUTES.size(), cells);
    }

    @Test
    void thoseWhoMayAreAnswered() throws Exception {
        assertThat(call("GET", "/readyz", List.of()).body()).contains("canary-door");
        assertThat(call("GET", "/metrics", List.of()).body()).contains("canary_metric");
        assertThat(call("GET", PlayLinks.PATH + token(GAME) + "/game", List.of()).body()).contains(GAME);
        assertThat(call("POST", "/telegram/webhook", List.of(HEADER, SECRET)).statusCode()).isEqualTo(200);
        assertThat(stored).hasSize(1);
    }

    @Test
    void aLinkThatHasRunOutShowsNothing() throws Exception {
        var token = token(GAME);
        clock.advance(PlayLinks.LIFE.plus(Duration.ofDays(1)));

        denied(call("GET", PlayLinks.PATH + token, List.of()), "page");
        denied(call("GET", PlayLinks.PATH + token + "/game", List.of()), "game");
    }
}
