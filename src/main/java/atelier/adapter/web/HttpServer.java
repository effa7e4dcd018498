package atelier.adapter.web;

import atelier.chat.UserFacingException;
import atelier.chat.WebhookRoute;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers `/healthz`, `/readyz` and `/metrics`, hands the calls of chat platforms to their [WebhookRoute]s, and shows
/// games to be played ([PlayPages]). What is for whoever runs it is told to [Neighbours] only. Anything else is 404 without a word. A body is at most 1 MiB and takes at most 30 seconds; a client that stalls for 10 seconds
/// is dropped.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    /// Silenced: it prints a stack trace for each malformed request anybody sends, and what fails here is told by us. Held
    /// so that the garbage collector does not forget the level.
    private static final java.util.logging.Logger HELIDON = java.util.logging.Logger.getLogger("io.helidon");
    private static final int MOST_BODY_BYTES = 1 << 20;
    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);
    private static final Duration LONGEST_STALL = Duration.ofSeconds(10);
    private static final int MOST_CONNECTIONS = 512;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Map<String, String> SAFETY = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    /// The body of `/readyz`.
    private record Readiness(boolean ready, Map<String, Boolean> connected) {}

    private final WebServer server;
    private final Supplier<Map<String, Boolean>> adapters;
    private final PrometheusMeterRegistry metrics;

    private HttpServer(String host, int port, Supplier<Map<String, Boolean>> adapters, PrometheusMeterRegistry metrics,
            List<WebhookRoute> webhooks, PlayPages pages) {
        HELIDON.setLevel(Level.OFF);
        this.adapters = adapters;
        this.metrics = metrics;
        this.server = WebServer.builder()
                .host(host)
                .port(port)
                .maxPayloadSize(MOST_BODY_BYTES)
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(Duration.ofMinutes(1))
                .connectionOptions(options -> options.readTimeout(LONGEST_STALL))
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(1))
                .featuresDiscoverServices(false)
                .routing(routing -> route(routing, webhooks, pages))
                .build();
    }

    /// Listens at once.
    ///
    /// @param port     0 for any free one; see [#port()]
    /// @param adapters whether each configured adapter is connected, by name; asked at every `/readyz`
    /// @param webhooks what platforms may call
    /// @param pages    games to be played in a browser
    /// @throws UserFacingException when nothing can listen there
    public static HttpServer start(String host, int port, Supplier<Map<String, Boolean>> adapters,
            PrometheusMeterRegistry metrics, List<WebhookRoute> webhooks, PlayPages pages) {
        HttpServer http = new HttpServer(host, port, adapters, metrics, webhooks, pages);
        http.server.start();
        if (!http.server.isRunning()) {
            throw new UserFacingException("Cannot listen on " + host + " port " + port
                    + ". Something else may use it already: set http.port to another number, or http.enabled to false.");
        }
        return http;
    }

    /// The port really taken.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void route(HttpRouting.Builder routing, List<WebhookRoute> webhooks, PlayPages pages) {
        routing.addFilter(HttpServer::addSafetyHeaders)
                .get("/healthz", (_, response) -> send(response, 200, "text/plain", "alive\n"))
                .get("/readyz", inside((_, response) -> sendReadiness(response)))
                .get("/metrics", inside((_, response) -> send(response, 200, METRICS_TYPE, metrics.scrape())));
        pages.route(routing);
        webhooks.forEach(
                webhook -> routing.post(webhook.path(), (request, response) -> call(webhook, request, response)));
        routing.any((_, response) -> end(response, 404));
    }

    /// For whoever runs the service: to callers from outside it looks as if there were nothing.
    private static Handler inside(Handler handler) {
        var guarded = guarded(handler);
        return (request, response) -> {
            if (Neighbours.has(request)) {
                guarded.handle(request, response);
            } else {
                end(response, 404);
            }
        };
    }

    static Handler guarded(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (RuntimeException e) {
                LOG.warn("cannot answer {}", request.path().path(), e);
                end(response, 500);
            }
        };
    }

    private static void addSafetyHeaders(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        SAFETY.forEach(response::header);
        chain.proceed();
    }

    private void sendReadiness(ServerResponse response) {
        Map<String, Boolean> connected = new TreeMap<>(adapters.get());
        boolean ready = !connected.containsValue(false);
        try {
            String json = JSON.writeValueAsString(new Readiness(ready, connected));
            send(response, ready ? 200 : 503, "application/json", json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void call(WebhookRoute webhook, ServerRequest request, ServerResponse response) {
        try (InputStream body = new BoundedBody(request.content().inputStream(), MOST_BODY_BYTES, LONGEST_BODY,
                InstantSource.system())) {
            end(response,
                    webhook.receive(name -> request.headers().first(HeaderNames.create(name)).orElse(null), body));
        } catch (IOException | RuntimeException e) {
            LOG.warn("webhook {} failed: {}", webhook.path(), e.toString());
            end(response, 500);
        }
    }

    /// Closing the connection after a refusal spares reading what is left of the body.
    private static void end(ServerResponse response, int status) {
        if (status >= 400) {
            response.header(HeaderNames.CONNECTION, "close");
        }
        response.status(status).send();
    }

    static void send(ServerResponse response, int status, String type, String text) {
        response.status(status).header(HeaderNames.CONTENT_TYPE, type).send(text);
    }
}
