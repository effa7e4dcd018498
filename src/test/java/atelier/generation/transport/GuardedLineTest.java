package atelier.generation.transport;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Failure;
import atelier.generation.Trouble;
import atelier.generation.endpoint.Endpoint;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.endpoint.GuardedSockets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody but the operator leads us to a server on loopback, on which a canary listens.
class GuardedLineTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Dns ALL_LEAD_HOME = name -> List.of(InetAddress.ofLiteral("127.0.0.1"));

    private final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket canary;
    private final EndpointPolicy policy;

    GuardedLineTest() throws IOException {
        canary = new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0"));
        policy = new EndpointPolicy(Set.of(canary.getLocalPort()), Set.of());
    }

    @BeforeEach
    void listen() {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    canary.accept().close();
                    connections.incrementAndGet();
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        canary.close();
    }

    /// Connections the canary has seen, one of our own included so that none is still on its way.
    private int seen() throws IOException {
        int before = connections.get();
        new java.net.Socket(InetAddress.getLoopbackAddress(), canary.getLocalPort()).close();
        org.awaitility.Awaitility.await().until(() -> connections.get() > before);
        return connections.get() - 1;
    }

    private static Http.Reply asked(Endpoint endpoint, String address, Dns dns, GuardedSockets.Passing passing) {
        try (Http http = Http.guarded(endpoint, Duration.ofSeconds(2), dns, passing)) {
            return http.fetch(URI.create(address), Map.of("Authorization", "Bearer a-key"), LIMIT);
        }
    }

    private static void neverOut(InetSocketAddress address) throws IOException {
        if (!address.getAddress().isLoopbackAddress()) { // what the guard should have stopped reaches the canary
            throw new ConnectException("tests make no connection to the outside: " + address);
        }
    }

    /// However it is spelled: the policy turns it away, or the socket does, whatever its name resolves to. Of no spelling is a
    /// connection even begun.
    @Test
    void noSpellingOfAPrivateAddressLeadsToAConnection() throws IOException {
        var urls = Spellings.urls(canary.getLocalPort());
        assertThat(urls).hasSizeGreaterThanOrEqualTo(973);
        List<String> passed = new ArrayList<>();
        List<String> begun = new CopyOnWriteArrayList<>();
        for (String address : urls) {
            if (policy.member(address) instanceof EndpointPolicy.Verdict.Allowed(Endpoint endpoint)) {
                passed.add(address);
                assertThat(endpoint.isTrusted()).as(address).isFalse();
                assertThat(asked(endpoint, endpoint.url(), Spellings.RESOLVER, to -> {
                    begun.add(address + " leads to " + to);
                    throw new ConnectException("tests make no connection to the outside");
                })).as(address).isInstanceOf(Http.Reply.Missed.class);
            }
            assertThat(begun).as(address).isEmpty();
            assertThat(connections).as(address).hasValue(0);
        }

        assertThat(passed).as("names, of which the policy cannot know where they lead").isNotEmpty();
        assertThat(seen()).isZero();
        System.out.printf("%d addresses tried, %d turned away by their spelling, %d at the socket, 0 connections%n",
                urls.size(),
                urls.size() - passed.size(), passed.size());
    }

    @Test
    void aNameThatLeadsOutAndHomeInTurnNeverLeadsHome() throws IOException {
        var rounds = new AtomicInteger();
        Dns alternating = name -> List.of(InetAddress.ofLiteral(
                rounds.getAndIncrement() % 2 == 0 ? "93.184.216.34" : "127.0.0.1"));
        List<InetSocketAddress> letThrough = new CopyOnWriteArrayList<>();
        Endpoint endpoint = allowed("https://rebinding.example.org:" + canary.getLocalPort());
        try (Http http = Http.guarded(endpoint, Duration.ofSeconds(2), alternating, address -> {
            letThrough.add(address);
            neverOut(address);
        })) {
            for (int i = 0; i < 1000; i++) {
                assertThat(http.fetch(URI.create(endpoint.url()), Map.of(), LIMIT))
                        .isInstanceOf(Http.Reply.Missed.class);
            }
        }

        assertThat(rounds.get()).isGreaterThanOrEqualTo(1000);
        assertThat(letThrough).isNotEmpty()
                .allMatch(address -> address.getAddress().getHostAddress().equals("93.184.216.34"));
        assertThat(seen()).isZero();
    }

    @Test
    void anAddressNotAllowedIsToldAsSuch() {
        Endpoint endpoint = allowed("https://home.example.org:" + canary.getLocalPort());

        assertThat(asked(endpoint, endpoint.url(), ALL_LEAD_HOME, GuardedLineTest::neverOut)).isEqualTo(
                new Http.Reply.Missed(Trouble.lasting(Failure.UNREACHABLE, "address not allowed")));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse(status,
                    Headers.of("Location", "http://127.0.0.1:" + canary.getLocalPort() + "/"), ""));
            String address = "http://127.0.0.1:" + server.getPort();

            Http.Reply reply = asked(EndpointPolicy.operator(address), address, Dns.SYSTEM, passing -> {});

            assertThat(reply).isInstanceOfSatisfying(Http.Reply.Got.class,
                    got -> assertThat(got.status()).isEqualTo(status));
            assertThat(seen()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/v1", "http://localhost:%d/v1", "https://127.0.0.1:%d/v1"})
    void aKeyNeverGoesToAnotherOrigin(String other) throws IOException {
        Endpoint endpoint = EndpointPolicy.operator("http://127.0.0.1:1");

        assertThat(asked(endpoint, other.formatted(canary.getLocalPort()), Dns.SYSTEM, passing -> {}))
                .isInstanceOf(Http.Reply.Missed.class);
        assertThat(seen()).isZero();
    }

    @Test
    void whatTheOperatorNamesIsReachedOnLoopback() throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse(200, Headers.of(), "{\"data\":[]}"));
            String address = "http://127.0.0.1:" + server.getPort();

            assertThat(asked(EndpointPolicy.operator(address), address + "/v1/models", Dns.SYSTEM, passing -> {}))
                    .isInstanceOfSatisfying(Http.Reply.Got.class, got -> assertThat(got.ok()).isTrue());
        }
    }

    private Endpoint allowed(String address) {
        return ((EndpointPolicy.Verdict.Allowed) policy.member(address)).endpoint();
    }
}
