package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.standin.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CachingRouterTest {
    private static final Terms TERMS = terms(7, "chat");
    private static final Prompt PROMPT = new Prompt("Be brief.",
            List.of(new Prompt.Turn(Prompt.Turn.Role.PERSON, "Hello")), new Prompt.Sampling(0.9, 500), null);

    private final Servers servers = new Servers();
    private final CachingRouter router = new CachingRouter(servers.router, servers.health::known, CachingRouter.BYTES,
            servers.clock);

    CachingRouterTest() {
        servers.lmstudio.hasModel("qwen3");
        servers.health.refresh();
    }

    @AfterEach
    void close() {
        servers.close();
    }

    private static Terms terms(long account, String chat) {
        return new Terms(new Terms.Cause(account, chat, 3, "job", "TALK"), null, null, List.of(), true, false);
    }

    private Answer.Answered asks(Prompt prompt, Terms terms) {
        Answer answer = router.generate(servers.request(prompt, terms));
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    @Test
    void theSameRequestIsAnsweredAgainAtOnceForNothingAndShownOnce() {
        Answer.Answered first = asks(PROMPT, TERMS);
        servers.shown.clear();
        servers.clock.advance(Duration.ofMinutes(59));

        Answer.Answered again = asks(PROMPT, TERMS);

        assertThat(first.isFromCache()).isFalse();
        assertThat(again.isFromCache()).isTrue();
        assertThat(again.firstGiven()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.model()).isEqualTo(first.model());
        assertThat(again.costUsd() + again.inputTokens() + again.outputTokens()).isZero();
        assertThat(servers.shown).containsExactly("Local words.");
        assertThat(servers.ollama.generations()).hasSize(1);
    }

    @Test
    void anotherJobOrConversationMakesNoDifference() {
        asks(PROMPT, TERMS);

        var elsewhere = new Terms.Cause(7, "chat", 99, "another job", "TALK");

        assertThat(asks(PROMPT, new Terms(elsewhere, null, null, List.of(), true, false)).isFromCache()).isTrue();
    }

    private static List<Terms> otherTerms() {
        return List.of(terms(8, "chat"), terms(7, "another chat"),
                new Terms(new Terms.Cause(7, "chat", 3, "job", "GENERATE_CODE"), null, null, List.of(), true, false),
                new Terms(TERMS.cause(), "qwen3", null, List.of(), true, false),
                new Terms(TERMS.cause(), null, "qwen3", List.of(), true, false),
                new Terms(TERMS.cause(), null, null, List.of(), false, false));
    }

    @ParameterizedTest
    @MethodSource("otherTerms")
    void otherPeopleChatsTasksModelsAndTermsShareNothing(Terms other) {
        asks(PROMPT, TERMS);

        assertThat(asks(PROMPT, other).isFromCache()).isFalse();
    }

    private static List<Prompt> otherPrompts() {
        var person = Prompt.Turn.Role.PERSON;
        return List.of(PROMPT.with(new Prompt.Sampling(0.8, 500)), PROMPT.with(new Prompt.Sampling(0.9, 501)),
                new Prompt("Be long.", PROMPT.turns(), PROMPT.sampling(), null),
                new Prompt(PROMPT.system(), PROMPT.turns(), PROMPT.sampling(), "{}"),
                new Prompt(PROMPT.system(), List.of(new Prompt.Turn(person, "Hello.")), PROMPT.sampling(), null),
                new Prompt(PROMPT.system(), List.of(new Prompt.Turn(person, "Hel"), new Prompt.Turn(person, "lo")),
                        PROMPT.sampling(), null),
                new Prompt(PROMPT.system(), List.of(new Prompt.Turn(Prompt.Turn.Role.ASSISTANT, "Hello")),
                        PROMPT.sampling(), null));
    }

    @ParameterizedTest
    @MethodSource("otherPrompts")
    void anotherPromptIsAnotherRequest(Prompt other) {
        asks(PROMPT, TERMS);

        assertThat(asks(other, TERMS).isFromCache()).isFalse();
    }

    @Test
    void afterAnHourItIsAskedAnew() {
        asks(PROMPT, TERMS);

        servers.clock.advance(Duration.ofMinutes(61));

        assertThat(asks(PROMPT, TERMS).isFromCache()).isFalse();
    }

    @Test
    void aFreshAnswerIsMadeAnewAndGivenFromThenOn() {
        asks(PROMPT, TERMS);
        servers.ollama.answers("Newer words.");

        var fresh = new Terms(TERMS.cause(), null, null, List.of(), true, true);
        assertThat(asks(PROMPT, fresh).text()).isEqualTo("Newer words.");

        assertThat(asks(PROMPT, TERMS)).satisfies(again -> {
            assertThat(again.isFromCache()).isTrue();
            assertThat(again.text()).isEqualTo("Newer words.");
        });
    }

    @Test
    void whoForbidsTheCloudGetsNoAnswerItGave() {
        servers.ollama.goesDown();
        servers.lmstudio.goesDown();
        assertThat(asks(PROMPT, TERMS).local()).isFalse();

        var local = new Terms(TERMS.cause(), null, null, List.of(), false, false);

        assertThat(router.generate(servers.request(PROMPT, local))).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void anAnswerOfAModelThatWasRemovedIsNotGivenAgain() {
        asks(PROMPT, TERMS);

        servers.ollama.hasNoModels();
        servers.health.refresh();

        assertThat(asks(PROMPT, TERMS)).satisfies(answer -> {
            assertThat(answer.isFromCache()).isFalse();
            assertThat(answer.provider()).isEqualTo("lmstudio");
        });
    }

    @Test
    void whatIsRegisteredIsPartOfTheTerms() {
        asks(PROMPT, TERMS);

        var own = new OwnModel(OwnModel.Whose.PERSON, "Mine", new SilentProvider(), "x", Prompt.Sampling.DEFAULT,
                List.of(), true);

        assertThat(asks(PROMPT, new Terms(TERMS.cause(), null, null, List.of(own), true, false)).isFromCache())
                .isFalse();
    }

    @Test
    void anAnswerThatBrokeOffIsNotKept() {
        servers.ollama.fails(Fault.CUT_MID_STREAM);
        assertThat(router.generate(servers.request(PROMPT, TERMS))).isInstanceOf(Answer.Failed.class);

        servers.ollama.answers("Whole words.");

        assertThat(asks(PROMPT, TERMS).isFromCache()).isFalse();
    }

    @Test
    void nobodyInParticularIsAlwaysAnsweredAnew() {
        asks(PROMPT, terms(0, ""));

        assertThat(asks(PROMPT, terms(0, "")).isFromCache()).isFalse();
    }

    @Test
    void whoIsForgottenLeavesNoAnswersBehind() {
        asks(PROMPT, TERMS);
        asks(PROMPT, terms(8, "chat"));

        router.forget(7);

        assertThat(asks(PROMPT, TERMS).isFromCache()).isFalse();
        assertThat(asks(PROMPT, terms(8, "chat")).isFromCache()).isTrue();
    }

    @Test
    void itTakesNoMoreMemoryThanItMay() {
        var cache = new ResponseCache(50_000, servers.clock);
        var answer = new Answer.Answered("x".repeat(5000), "m", "p", true, 1, 1, 1, 1, 0, List.of());
        var keys = IntStream.range(0, 10).mapToObj(i -> ResponseCache
                .key(servers.request(Prompt.of("", "Question " + i), TERMS), List.of())).toList();

        keys.forEach(key -> cache.keep(key, answer));

        assertThat(keys.stream().filter(key -> cache.find(key).isPresent())).hasSizeBetween(1, 4);
    }

    /// Is never there.
    private record SilentProvider() implements Provider {
        @Override
        public String id() {
            return "mine";
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public Listing models(Duration limit) {
            return new Listing.Down(Trouble.lasting(Failure.UNREACHABLE, "offline"));
        }

        @Override
        public Outcome generate(Ask ask) {
            throw new AssertionError("not to be asked");
        }
    }
}
