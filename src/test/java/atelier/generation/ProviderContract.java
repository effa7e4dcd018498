package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.generation.transport.Http;
import atelier.standin.Fault;
import atelier.standin.ModelStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What every provider does, whatever its server does.
public abstract class ProviderContract<S extends ModelStandIn> {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    protected final Http http = new Http(Duration.ofSeconds(2));
    protected final S server;
    protected final Provider provider;
    protected final List<String> shown = new CopyOnWriteArrayList<>();
    protected final Cancellation cancellation = new Cancellation();
    private final String model;

    protected ProviderContract(S server, BiFunction<Http, String, Provider> provider, String model) {
        this.server = server;
        this.provider = provider.apply(http, server.url());
        this.model = model;
    }

    protected final String model() {
        return model;
    }

    /// What a listing tells of a model with a context of 32,768 tokens.
    protected int listedContext() {
        return 32768;
    }

    @BeforeEach
    void listModel() {
        server.hasModel(model());
    }

    @AfterEach
    void closeAll() {
        http.close();
        server.close();
    }

    protected final Ask ask(Prompt prompt, Duration firstToken, Duration idle, Duration total) {
        return new Ask(model(), prompt, shown::add, cancellation, firstToken, idle, total);
    }

    protected final Ask ask(String words) {
        return ask(Prompt.of("Be brief.", words), LONG, LONG, LONG);
    }

    protected final Trouble troubleOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Broken.class);
        return ((Outcome.Broken) outcome).trouble();
    }

    @Test
    void streamsTheAnswerPieceByPieceAndCountsIt() {
        server.answers("Snakes eat apples.").counts(21, 7);

        Outcome outcome = provider.generate(ask("Tell me about snakes."));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.text()).isEqualTo("Snakes eat apples.");
            assertThat(done.model()).isEqualTo(model());
            assertThat(done.inputTokens()).isEqualTo(21);
            assertThat(done.outputTokens()).isEqualTo(7);
            assertThat(done.totalMs()).isGreaterThanOrEqualTo(done.firstTokenMs());
        });
        assertThat(shown).containsExactly("Snakes ", "eat ", "apples.");
    }

    @Test
    void sendsInstructionsTheWholeConversationAndTheSampling() {
        var turns = List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, "First words"),
                new Prompt.Turn(Prompt.Turn.Role.ASSISTANT, "Second words"),
                new Prompt.Turn(Prompt.Turn.Role.PERSON, "Third \"quoted\" wörds 🎈"));

        provider.generate(
                ask(new Prompt("Instruction words", turns, new Prompt.Sampling(0.25, 777), null), LONG, LONG, LONG));

        assertThat(server.generations()).singleElement().satisfies(request -> {
            assertThat(request.body()).contains("Instruction words", "Third \\\"quoted\\\" wörds 🎈", "0.25", "777");
            assertThat(request.body().replaceAll("\\s", "")).containsSubsequence("Firstwords", "Secondwords", "Third");
            assertThat(request.headers()).doesNotContainKeys("Upgrade", "HTTP2-Settings");
        });
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
            "400,|{\"error\":{\"message\":\"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.\"}}|",
            "400,|{\"error\":\"json: cannot unmarshal object into Go struct field ChatRequest.format of type string\"}|",
            "500,|{\"error\":{\"code\":500,\"message\":\"Failed to parse grammar\",\"type\":\"server_error\"}}|"})
    void aServerThatRefusesTheSchemaIsToldInWords(int status, String body) {
        server.refusesSchemas(status, body).answers("{\"kind\": \"CODE\"}");
        var schema = "{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\"}},\"required\":[\"kind\"]}";
        var turns = List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, "What is it?"));

        Outcome outcome = provider.generate(
                ask(new Prompt("Say which.", turns, Prompt.Sampling.DEFAULT, schema), LONG, LONG, LONG));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
                done -> assertThat(done.text()).isEqualTo("{\"kind\": \"CODE\"}"));
        assertThat(server.generations()).hasSize(2);
        assertThat(server.generations().getLast().body()).contains("Say which.", "must follow this JSON schema",
                "\\\"properties\\\"");
    }

    @Test
    void aRefusalThatIsNotOfTheSchemaIsNotAskedAgain() {
        server.fails(Fault.UNAUTHORIZED);
        var turns = List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, "What is it?"));

        var trouble = troubleOf(provider.generate(ask(
                new Prompt("", turns, Prompt.Sampling.DEFAULT, "{\"type\":\"object\",\"properties\":{}}"), LONG, LONG,
                LONG)));

        assertThat(trouble.failure()).isEqualTo(Failure.UNAUTHORIZED);
        assertThat(server.generations()).hasSize(1);
    }

    /// What the server calls each parameter that this model takes, and how it is sent.
    protected abstract List<String> samplingOnTheWire();

    @Test
    void everyParameterReachesTheServerUnderItsOwnName() {
        var sampling = new Prompt.Sampling(0.25, 0.75, 777, 0.5);

        Outcome outcome = provider.generate(ask(Prompt.of("", "Hello").with(sampling), LONG, LONG, LONG));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(server.generations().getFirst().body().replaceAll("\\s", "")).contains(samplingOnTheWire());
    }

    @Test
    void parametersNobodySetAreLeftToTheServer() {
        provider.generate(ask("Hello"));

        assertThat(server.generations().getFirst().body()).doesNotContainIgnoringCase("temperature", "penalty")
                .doesNotContain("top_p", "topP");
    }

    @Test
    void asksForAnswersThatFollowTheSchema() {
        String schema = "{\"type\":\"object\",\"properties\":{\"tempoOfIt\":{\"type\":\"integer\"}},\"required\":[\"tempoOfIt\"]}";

        provider.generate(ask(new Prompt("", List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, "A tune")),
                Prompt.Sampling.DEFAULT, schema), LONG, LONG, LONG));

        assertThat(server.generations().getFirst().body().replaceAll("\\s", ""))
                .contains("\"tempoOfIt\":{\"type\":\"integer\"}");
    }

    @Test
    void thinkingIsNotShown() {
        server.answers("<think>Hm, what is this?</think>\n\nAn apple.").thinks("First I wonder.");

        Outcome outcome = provider.generate(ask("What is this?"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
                done -> assertThat(done.text()).isEqualTo("An apple."));
        assertThat(String.join("", shown)).isEqualTo("An apple.");
    }

    @Test
    void whatNoChatShowsAndNoDatabaseKeepsIsTakenOut() {
        server.answers("Blue\u0000 \ud83d sky, a \ud83c\udf88.");

        Outcome outcome = provider.generate(ask("What is there?"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class,
                done -> assertThat(done.text()).isEqualTo("Blue \ufffd sky, a \ud83c\udf88."));
        assertThat(String.join("", shown)).isEqualTo("Blue \ufffd sky, a \ud83c\udf88.");
    }

    @Test
    void thinkingAloneIsNoFirstToken() {
        server.thinks("Hm.").answers("<think>still </think>Late.").holdsAfter(1);

        Outcome outcome = provider.generate(ask(Prompt.of("", "Hurry."), SHORT, LONG, LONG));

        assertThat(troubleOf(outcome)).isEqualTo(Trouble.lasting(Failure.TIMEOUT, "no answer in 300 ms"));
    }

    @ParameterizedTest
    @CsvSource({"MODEL_MISSING,MODEL_MISSING", "BAD_REQUEST,SERVER_ERROR", "UNAUTHORIZED,UNAUTHORIZED",
            "SERVER_ERROR,SERVER_ERROR", "BUSY,SERVER_ERROR", "RATE_LIMITED,RATE_LIMITED",
            "QUOTA_USED_UP,RATE_LIMITED", "TOO_LONG,TOO_LONG", "REDIRECT,INVALID", "CUT_BEFORE_HEADERS,LOST",
            "STALL_BEFORE_HEADERS,TIMEOUT", "HTML,INVALID", "WRONG_TYPE,INVALID", "BROKEN_JSON,INVALID",
            "DEEP_JSON,INVALID", "EMPTY_ANSWER,INVALID", "HEARTBEATS,TIMEOUT", "ENDLESS_LINE,INVALID"})
    void everyFaultBeforeTheFirstTokenHasItsKind(Fault fault, Failure expected) {
        server.fails(fault);

        Outcome outcome = provider.generate(ask(Prompt.of("", "Hello"), Duration.ofSeconds(3), LONG, LONG));

        assertThat(troubleOf(outcome).failure()).as(troubleOf(outcome).reason()).isEqualTo(expected);
        assertThat(shown).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"STALL_MID_STREAM,TIMEOUT", "CUT_MID_STREAM,TRUNCATED", "ENDS_EARLY,TRUNCATED",
            "ERROR_MID_STREAM,SERVER_ERROR", "LENGTH,TRUNCATED"})
    void anAnswerThatBreaksOffKeepsWhatWasShown(Fault fault, Failure expected) {
        server.fails(fault);

        Outcome outcome = provider.generate(ask(Prompt.of("", "Hello"), LONG, Duration.ofSeconds(1), LONG));

        assertThat(troubleOf(outcome).failure()).as(troubleOf(outcome).reason()).isEqualTo(expected);
        assertThat(((Outcome.Broken) outcome).partial()).isEqualTo("Half an answer");
        assertThat(String.join("", shown)).isEqualTo("Half an answer");
    }

    @Test
    void aServerThatIsDownIsUnreachable() {
        server.goesDown();

        assertThat(troubleOf(provider.generate(ask("Hello"))))
                .isEqualTo(Trouble.lasting(Failure.UNREACHABLE, "offline"));
        assertThat(provider.models(LONG))
                .isEqualTo(new Listing.Down(Trouble.lasting(Failure.UNREACHABLE, "offline")));
    }

    @Test
    void askedToSlowDownItSaysHowLong() {
        server.fails(Fault.RATE_LIMITED);

        Trouble trouble = troubleOf(provider.generate(ask("Hello")));

        assertThat(trouble.passing()).isTrue();
        assertThat(trouble.retryAfter()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void stopBeforeTheFirstTokenClosesTheConnection() throws Exception {
        server.fails(Fault.STALL_BEFORE_HEADERS);

        Future<Outcome> running = inBackground(ask("Hello"));
        Awaitility.await().until(() -> !server.generations().isEmpty());
        cancellation.cancel();

        assertThat(troubleOf(running.get(5, TimeUnit.SECONDS)).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void stopInTheMiddleClosesTheConnection() throws Exception {
        server.answers("One two three four five").holdsAfter(2);

        Future<Outcome> running = inBackground(ask("Hello"));
        Awaitility.await().until(() -> String.join("", shown).equals("One two "));
        cancellation.cancel();

        assertThat(troubleOf(running.get(5, TimeUnit.SECONDS)).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void stoppedBeforehandItAsksNobody() {
        cancellation.cancel();

        assertThat(troubleOf(provider.generate(ask("Hello"))).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(server.generations()).isEmpty();
    }

    @Test
    void aStalledServerIsLetGo() throws Exception {
        server.fails(Fault.STALL_BEFORE_HEADERS);

        provider.generate(ask(Prompt.of("", "Hello"), SHORT, LONG, LONG));

        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void anEndlessAnswerIsCutAtEightMebibytes() throws Exception {
        server.fails(Fault.ENDLESS);
        var counted = new long[1];
        Consumer<String> count = piece -> counted[0] += piece.length();

        Outcome outcome = provider
                .generate(new Ask(model(), Prompt.of("", "Hello"), count, cancellation, LONG, LONG, LONG));

        assertThat(troubleOf(outcome)).isEqualTo(Trouble.lasting(Failure.INVALID, "sent an answer larger than 8 MiB"));
        assertThat(counted[0]).isBetween(1L << 20, 8L << 20);
        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void anAnswerThatNeverEndsIsCutAtTheWholeLimit() {
        server.answers("word ".repeat(100_000)).takesPerWord(Duration.ofMillis(5));

        Outcome outcome = provider.generate(ask(Prompt.of("", "Hello"), LONG, LONG, SHORT));

        assertThat(troubleOf(outcome)).isEqualTo(Trouble.lasting(Failure.TIMEOUT, "not finished in 300 ms"));
    }

    @Test
    void aReaderThatFailsStopsTheServerAndIsHeard() throws Exception {
        server.answers("One two three").holdsAfter(1);
        Consumer<String> failing = piece -> {
            throw new IllegalStateException("the chat is gone");
        };

        assertThatThrownBy(() -> provider
                .generate(new Ask(model(), Prompt.of("", "Hello"), failing, cancellation, LONG, LONG, LONG)))
                .hasMessage("the chat is gone");
        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void listsTextModelsWithoutGenerating() {
        server.hasModel(model().replace("gemini", "gemini-embed") + "-embed");

        Listing listing = provider.models(LONG);

        assertThat(listing).isInstanceOfSatisfying(Listing.Up.class,
                up -> assertThat(up.models()).singleElement().satisfies(model -> {
                    assertThat(model.name()).isEqualTo(model());
                    assertThat(model.provider()).isEqualTo(provider.id());
                    assertThat(model.local()).isEqualTo(provider.isLocal());
                    assertThat(model.loaded()).isTrue();
                    assertThat(model.contextTokens()).isEqualTo(listedContext());
                    assertThat(model.state()).isEqualTo(Model.State.HEALTHY);
                }));
        assertThat(server.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void manyAnswersRunAtOnce() throws Exception {
        var gate = server.answers("At last.").holdsAfter(0);
        List<Future<Outcome>> running = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            running.add(inBackground(ask("Hello")));
        }
        Awaitility.await().until(() -> server.generations().size() == 60);

        gate.countDown();

        for (Future<Outcome> each : running) {
            assertThat(each.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void anInterruptedCallerStopsTheServer() throws Exception {
        server.answers("One two three").holdsAfter(1);
        var task = new FutureTask<>(() -> provider.generate(ask("Hello")));
        Thread caller = Thread.ofVirtual().start(task);
        Awaitility.await().until(() -> !shown.isEmpty());

        caller.interrupt();

        assertThat(troubleOf(task.get(5, TimeUnit.SECONDS)).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(server.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aStalledListingEndsAtItsLimit() {
        server.listingStalls();

        assertThat(provider.models(SHORT)).isInstanceOfSatisfying(Listing.Down.class,
                down -> assertThat(down.trouble().failure()).isEqualTo(Failure.TIMEOUT));
    }

    @Test
    void sixteenHostileServersAtOnceLeaveTheHeapAsItWas() throws Exception {
        long before = liveHeap();
        List<Future<Failure>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.failsOnce(Fault.ENDLESS_LINE, Fault.DEEP_JSON, Fault.ENDLESS, Fault.HTML).fails(Fault.ENDLESS_LINE);
            Ask ask = new Ask(model(), Prompt.of("", "Hello"), piece -> {}, cancellation, LONG, LONG, LONG);
            for (int i = 0; i < 16; i++) {
                asked.add(threads.submit(() -> troubleOf(provider.generate(ask)).failure()));
            }
            for (Future<Failure> each : asked) {
                assertThat(each.get()).isEqualTo(Failure.INVALID);
            }
        }

        Awaitility.await().until(() -> liveHeap() - before < 64L << 20);
    }

    private static long liveHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    protected final Future<Outcome> inBackground(Ask ask) {
        var task = new FutureTask<>(() -> provider.generate(ask));
        Thread.ofVirtual().start(task);
        return task;
    }
}
