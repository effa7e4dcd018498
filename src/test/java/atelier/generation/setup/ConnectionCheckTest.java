package atelier.generation.setup;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Model;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.setup.ConnectionCheck.Result;
import atelier.secret.SecretText;
import atelier.standin.AnthropicStandIn;
import atelier.standin.GeminiStandIn;
import atelier.standin.LlamaServerStandIn;
import atelier.standin.LmStudioStandIn;
import atelier.standin.ModelStandIn;
import atelier.standin.OllamaStandIn;
import atelier.standin.OpenAiStandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever adds a server hears at once whether it can be used, and if not, what to do.
class ConnectionCheckTest {
    /// So that no test is about how busy the machine is.
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final Owner OPERATOR = new Owner.Operator();
    private static final Owner MEMBER = new Owner.Person(7);

    private final ConnectionCheck check = new ConnectionCheck(new EndpointPolicy(Set.of(), Set.of()), PATIENT);

    private Result check(ModelPlatform platform, String endpoint, @Nullable String key) {
        return check.check(OPERATOR, platform, endpoint, key == null ? null : SecretText.of(key));
    }

    private String wrong(ModelPlatform platform, String endpoint, @Nullable String key) {
        return wrong(check(platform, endpoint, key));
    }

    private static String wrong(Result result) {
        assertThat(result).isInstanceOf(Result.Fails.class);
        return ((Result.Fails) result).sentence().inEnglish();
    }

    private static String note(Result result) {
        var note = works(result).note();
        return note == null ? "" : note.inEnglish();
    }

    private static Result.Works works(Result result) {
        assertThat(result).as(result.toString()).isInstanceOf(Result.Works.class);
        return (Result.Works) result;
    }

    /// A server that answers everything alike.
    private static MockWebServer liar(MockResponse answer) throws IOException {
        var server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer;
            }
        });
        server.start();
        return server;
    }

    /// A server that says this as soon as it has heard anything, and hangs up.
    private static ServerSocket saying(String words) throws IOException {
        var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    try (var socket = listening.accept()) {
                        socket.getInputStream().read();
                        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        return listening;
    }

    private static String address(MockWebServer server) {
        return "http://localhost:" + server.getPort();
    }

    private static ModelStandIn standIn(ModelPlatform platform) {
        return switch (platform) {
            case OLLAMA -> new OllamaStandIn().hasModel("llama3.2:latest");
            case LM_STUDIO -> new LmStudioStandIn().hasModel("qwen/qwen3-8b");
            case OPENAI_COMPATIBLE -> new LlamaServerStandIn().hasModel("qwen3.gguf");
            case GEMINI -> new GeminiStandIn().hasModel("gemini-3.8-flash");
            case OPENAI -> new OpenAiStandIn().hasModel("gpt-6-luna");
            case ANTHROPIC -> new AnthropicStandIn().hasModel("claude-haiku-5-5");
            case BUILT_IN -> throw new IllegalArgumentException();
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void aServerThatWorksIsListedWithoutGenerating(ModelPlatform platform) {
        try (var server = standIn(platform)) {
            Result.Works works = works(check(platform, server.url() + "/", "a-key"));

            assertThat(works.models()).hasSize(1);
            assertThat(works.latencyMs()).isNotNegative();
            assertThat(works.note()).isNull();
            assertThat(works.local()).isEqualTo(!platform.isCloud());
            assertThat(server.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    @ParameterizedTest
    @CsvSource({"OLLAMA,LM_STUDIO,LM Studio", "OLLAMA,OPENAI_COMPATIBLE,an OpenAI-compatible server",
            "LM_STUDIO,OLLAMA,Ollama", "OPENAI_COMPATIBLE,OLLAMA,Ollama"})
    void anotherKindOfServerIsRecognised(ModelPlatform asked, ModelPlatform really, String name) {
        try (var server = standIn(really)) {
            assertThat(wrong(asked, server.url(), null)).contains("answers " + name + ", not")
                    .contains("Choose " + really.label() + " as the platform.");
        }
    }

    /// LM Studio answers any path with status 200, so nothing but the shape tells.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void whoAnswers200ToEverythingIsNoModelServer(ModelPlatform platform) throws IOException {
        for (var body : new String[]{"{\"error\":\"Unexpected endpoint or method. (GET /x)\"}", "Ollama is running",
                "<!doctype html><title>Router login</title>", "[]", "{\"models\":{}}", ""}) {
            try (var server = liar(new MockResponse(200, Headers.of(), body))) {
                assertThat(wrong(platform, address(server), "a-key")).as(body)
                        .contains("something answers that is not");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void aRefusedKeyIsToldAndAMissingOneToo(ModelPlatform platform) throws IOException {
        for (int status : new int[]{401, 403}) {
            try (var server = liar(new MockResponse(status, Headers.of(), "{\"error\":{\"message\":\"no\"}}"))) {
                assertThat(wrong(platform, address(server), "a-bad-key")).contains("refuses the key")
                        .doesNotContain("a-bad-key");
                assertThat(wrong(platform, address(server), null)).contains("wants a key");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void aRedirectIsNotFollowed(ModelPlatform platform) throws IOException {
        try (var elsewhere = new OllamaStandIn();
                var server = liar(new MockResponse(302, Headers.of("Location", elsewhere.url()), ""))) {
            assertThat(wrong(platform, address(server), "a-key")).contains("sends elsewhere, which is not followed");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUILT_IN")
    void nobodyListeningIsTold(ModelPlatform platform) {
        var server = new OllamaStandIn();
        server.close();

        assertThat(wrong(platform, server.url(), "a-key"))
                .contains("Nobody listens at " + server.url() + ". Start " + platform.label());
    }

    @Test
    void anUnknownHostIsTold() {
        assertThat(wrong(ModelPlatform.OLLAMA, "http://no-such-host.invalid:11434", null)).contains("no host");
        assertThat(wrong(check.check(MEMBER, ModelPlatform.OLLAMA, "https://no-such-host.invalid", null)))
                .isEqualTo("There is no host of the name in https://no-such-host.invalid. Check its spelling.");
    }

    @Test
    void aServerThatIsSilentIsGivenUp() {
        try (var server = new OllamaStandIn().listingStalls()) {
            var brief = new ConnectionCheck(new EndpointPolicy(Set.of(), Set.of()), Duration.ofMillis(300));

            assertThat(brief.check(OPERATOR, ModelPlatform.OLLAMA, server.url(), null)).isInstanceOfSatisfying(
                    Result.Fails.class,
                    fails -> assertThat(fails.sentence().inEnglish()).contains("does not answer in time"));
        }
    }

    @Test
    void whatSpeaksNoTlsIsToldAsSuch() throws IOException {
        try (var plain = saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            String address = "https://localhost:" + plain.getLocalPort();
            var approving = new ConnectionCheck(new EndpointPolicy(Set.of(), Set.of(address)), PATIENT);

            assertThat(wrong(ModelPlatform.OLLAMA, address, null)).contains("no TLS that can be trusted");
            assertThat(approving.check(MEMBER, ModelPlatform.OLLAMA, address, null)).isInstanceOfSatisfying(
                    Result.Fails.class, fails -> assertThat(fails.sentence().inEnglish()).contains("no TLS"));
        }
    }

    @Test
    void whoHangsUpIsTold() throws IOException {
        try (var rude = saying("")) {
            assertThat(wrong(ModelPlatform.OLLAMA, "http://localhost:" + rude.getLocalPort(), null))
                    .contains("ends the connection");
        }
        try (var server = liar(new MockResponse(500, Headers.of(), "{\"error\":\"boom\"}"))) {
            assertThat(wrong(ModelPlatform.OLLAMA, address(server), null)).contains("answers with an error (boom)");
        }
    }

    @Test
    void membersAreHeldToThePolicyBeforeAnythingIsSent() throws IOException {
        try (var canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var server = new OllamaStandIn().hasModel("llama3.2:latest")) {
            for (var address : new String[]{server.url(), "https://localhost:" + canary.getLocalPort(),
                    "http://192.168.1.20:11434", "https://[::1]/"}) {
                assertThat(check.check(MEMBER, ModelPlatform.OLLAMA, address, null)).isInstanceOf(Result.Fails.class);
            }
            assertThat(server.requests()).isEmpty();

            var approving = new ConnectionCheck(new EndpointPolicy(Set.of(), Set.of(server.url())), PATIENT);
            assertThat(works(approving.check(MEMBER, ModelPlatform.OLLAMA, server.url(), null)).local()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"OLLAMA,ollama pull", "LM_STUDIO,Download one in LM Studio", "OPENAI_COMPATIBLE,Start it with a model",
            "GEMINI,try another key"})
    void aServerWithoutModelsIsToldHowToGetOne(ModelPlatform platform, String way) {
        try (var server = standIn(platform).hasNoModels()) {
            assertThat(wrong(platform, server.url(), "a-key")).contains("answers, but has no model", way);
        }
    }

    @Test
    void whenNoneIsLoadedTheFirstAnswerIsSaidToTakeLonger() {
        try (var server = new LmStudioStandIn().hasModel("cold", false, 8192)) {
            assertThat(note(check(ModelPlatform.LM_STUDIO, server.url(), null))).contains("No model is loaded");
        }
        try (var server = new LlamaServerStandIn().isLoading(true).hasModel("big.gguf")) {
            var result = check(ModelPlatform.OPENAI_COMPATIBLE, server.url(), null);
            assertThat(note(result)).contains("still loading");
            assertThat(works(result).models()).extracting(Model::state).containsExactly(Model.State.LOADING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:11434", "ftp://host", "http://", "https://me:word@host", "http://a b",
            "https://host/?key=x"})
    void whatIsNoAddressIsToldSo(String text) {
        assertThat(wrong(ModelPlatform.OLLAMA, text, null)).contains("address");
    }

    @Test
    void theKeyGoesAlongToServersBehindAGate() {
        try (var server = new OllamaStandIn().hasModel("llama3.2:latest")) {
            works(check(ModelPlatform.OLLAMA, server.url(), "gate-key"));

            assertThat(server.requests()).allSatisfy(
                    request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer gate-key"));
        }
    }
}
