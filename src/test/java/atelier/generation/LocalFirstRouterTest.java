package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.standin.Fault;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalFirstRouterTest {
    private final Servers servers = new Servers();

    @AfterEach
    void close() {
        servers.close();
    }

    private static Answer.Answered answered(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    private static Answer.Failed failed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }

    @Test
    void theLocalModelAnswersAndCostsNothing() {
        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.text()).isEqualTo("Local words.");
        assertThat(answer.provider()).isEqualTo("ollama");
        assertThat(answer.local()).isTrue();
        assertThat(answer.costUsd()).isZero();
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void theCloudAnswersWhenOllamaIsDownAndTheAnswerSaysWhy() {
        servers.ollama.goesDown();

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.text()).isEqualTo("Cloud words.");
        assertThat(answer.local()).isFalse();
        assertThat(answer.skipped()).contains(new Answer.Skip("ollama", Failure.UNREACHABLE, "offline"));
        assertThat(answer.costUsd()).isEqualTo((1000 * 0.75 + 200 * 3.75) / 1e6);
    }

    @Test
    void theCloudAnswersWhenOllamaGoesDownAfterItWasSeen() {
        servers.health.refresh();
        servers.ollama.goesDown();

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.provider()).isEqualTo("gemini");
        assertThat(answer.skipped())
                .contains(new Answer.Skip("ollama/llama3.2:latest", Failure.UNREACHABLE, "offline"));
    }

    @Test
    void theCloudAnswersWhenTheLocalModelIsTooSlow() throws Exception {
        servers.ollama.fails(Fault.STALL_BEFORE_HEADERS);

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.skipped())
                .contains(new Answer.Skip("ollama/llama3.2:latest", Failure.TIMEOUT, "no answer in 2 s"));
        assertThat(servers.ollama.awaitClientGone(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void theCloudIsNotAskedUnlessTheWishAllowsIt() {
        servers.ollama.goesDown();

        Answer.Failed answer = failed(servers.askLocalOnly());

        assertThat(answer.failure()).isEqualTo(Failure.NO_MODEL);
        assertThat(answer.sentence()).contains("Start Ollama", "allow cloud models");
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void onceSomethingWasSeenNobodyElseAnswers() {
        servers.ollama.fails(Fault.CUT_MID_STREAM);

        Answer.Failed answer = failed(servers.ask());

        assertThat(answer.failure()).isEqualTo(Failure.TRUNCATED);
        assertThat(answer.partial()).isEqualTo("Half an answer");
        assertThat(answer.sentence()).contains("ollama/llama3.2:latest", "broke off");
        assertThat(servers.gemini.generations()).isEmpty();
        assertThat(servers.ollama.generations()).hasSize(1);
    }

    @Test
    void aWishedModelIsAskedStrictly() {
        servers.ollama.fails(Fault.SERVER_ERROR);

        Answer.Failed answer = failed(servers.ask("llama3.2", true));

        assertThat(answer.failure()).isEqualTo(Failure.SERVER_ERROR);
        assertThat(answer.sentence()).contains("ollama/llama3.2:latest");
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void aWishedCloudModelAnswersThoughALocalOneCould() {
        assertThat(answered(servers.ask("gemini/gemini-2.5-pro", true)).model()).isEqualTo("gemini-2.5-pro");
        assertThat(answered(servers.ask("gemini-2.5-pro", true)).model()).isEqualTo("gemini-2.5-pro");
        assertThat(answered(servers.ask("gemini", true)).model()).isEqualTo("gemini-3.8-flash");
        assertThat(servers.ollama.generations()).isEmpty();
    }

    @Test
    void aWishedCloudModelIsRefusedWhereTheCloudIsNotAllowed() {
        Answer.Failed answer = failed(servers.ask("gemini/gemini-2.5-pro", false));

        assertThat(answer.failure()).isEqualTo(Failure.NO_MODEL);
        assertThat(answer.sentence()).contains("gemini/gemini-2.5-pro", "cloud");
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void aWishedModelThatIsNotThereIsToldWithThoseThatAre() {
        Answer.Failed answer = failed(servers.ask("ollama/mistral", true));

        assertThat(answer.failure()).isEqualTo(Failure.MODEL_MISSING);
        assertThat(answer.sentence()).contains("ollama/mistral", "ollama/llama3.2:latest");
        assertThat(servers.ollama.generations()).isEmpty();
    }

    @Test
    void aWishedModelWhoseServerIsDownIsToldSo() {
        servers.ollama.goesDown();

        Answer.Failed answer = failed(servers.ask("ollama/llama3.2", true));

        assertThat(answer.failure()).isEqualTo(Failure.UNREACHABLE);
        assertThat(answer.sentence()).contains("ollama is not there (offline)");
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void aModelPulledJustNowIsFound() {
        servers.health.refresh();
        servers.ollama.hasModel("mistral:7b");

        assertThat(answered(servers.ask("mistral", false)).model()).isEqualTo("mistral:7b");
    }

    @Test
    void anExpectedAnswerDoesNotExplainWhoElseIsAway() {
        servers.lmstudio.goesDown();

        assertThat(answered(servers.ask()).skipped()).isEmpty();
    }

    @Test
    void anAbsentDefaultModelIsNamedWhenAnotherAnswers() {
        try (var others = new Servers("lmstudio/qwen3-8b")) {
            others.lmstudio.goesDown();
            assertThat(answered(others.ask()).skipped())
                    .containsExactly(new Answer.Skip("lmstudio", Failure.UNREACHABLE, "offline"));
        }
        try (var others = new Servers("mistral")) {
            assertThat(answered(others.ask()).skipped())
                    .contains(new Answer.Skip("mistral", Failure.MODEL_MISSING, "model missing"));
        }
    }

    @Test
    void theCloudIsAskedThoughItsListingIsEmpty() {
        servers.ollama.goesDown();
        servers.gemini.hasNoModels();

        assertThat(answered(servers.ask()).model()).isEqualTo("gemini-3.8-flash");
    }

    @Test
    void loadedModelsArePreferred() {
        servers.ollama.hasNoModels().hasModel("cold:latest", false, 8192);
        servers.lmstudio.hasModel("qwen/warm").answers("Warm words.");

        assertThat(answered(servers.ask()).text()).isEqualTo("Warm words.");
    }

    @Test
    void theDefaultModelComesFirstEvenWhenAnotherIsLoaded() {
        try (var others = new Servers("lmstudio/qwen3-8b")) {
            others.lmstudio.hasModel("qwen/qwen3-8b", false, 8192).answers("Default words.");

            assertThat(answered(others.askLocalOnly()).text()).isEqualTo("Default words.");
        }
    }

    @Test
    void passingTroubleIsTriedOnceMore() {
        servers.ollama.failsOnce(Fault.SERVER_ERROR);

        assertThat(answered(servers.ask()).provider()).isEqualTo("ollama");
        assertThat(servers.ollama.generations()).hasSize(2);
    }

    @Test
    void lastingTroubleIsNotTriedAgain() {
        servers.gemini.fails(Fault.QUOTA_USED_UP);

        Answer.Failed answer = failed(servers.ask("gemini", true));

        assertThat(answer.failure()).isEqualTo(Failure.RATE_LIMITED);
        assertThat(servers.gemini.generations()).hasSize(1);
    }

    @Test
    void aShortWaitTheServerAsksForIsWaited() {
        servers.gemini.failsOnce(Fault.RATE_LIMITED);

        assertThat(answered(servers.ask("gemini", true)).text()).isEqualTo("Cloud words.");
    }

    @Test
    void aServerThatKeepsFailingIsSparedForAWhileThenProbed() {
        servers.ollama.fails(Fault.SERVER_ERROR);
        servers.ask();
        servers.ask();
        servers.ask();
        assertThat(servers.ollama.generations()).hasSize(3);

        servers.ollama.answers("Back again.");
        assertThat(answered(servers.ask()).provider()).isEqualTo("gemini");
        servers.clock.advance(Duration.ofSeconds(31));

        assertThat(answered(servers.ask()).text()).isEqualTo("Back again.");
        assertThat(servers.ollama.generations()).hasSize(4);
    }

    @Test
    void aStrangeModelThatIsMissingAfterAllIsPassedOver() {
        servers.ollama.fails(Fault.MODEL_MISSING);

        assertThat(answered(servers.ask()).skipped())
                .contains(new Answer.Skip("ollama/llama3.2:latest", Failure.MODEL_MISSING, "model missing"));
    }

    @Test
    void theCloudAnswersWhileAModelIsLoadedAndTheLoadGoesOn() {
        servers.ollama.hasModel("llama3.2:latest", false, 8192);
        var load = servers.ollama.holdsLoading();

        Answer.Answered answer = answered(servers.ask());

        assertThat(answer.provider()).isEqualTo("gemini");
        assertThat(answer.skipped())
                .contains(new Answer.Skip("ollama/llama3.2:latest", Failure.TIMEOUT, "still loading"));
        assertThat(servers.health.models()).filteredOn("name", "llama3.2:latest").extracting("state")
                .containsExactly(Model.State.LOADING);
        load.countDown();
        Awaitility.await().until(() -> {
            servers.health.refresh();
            return servers.health.models().getFirst().loaded();
        });
        assertThat(answered(servers.ask()).provider()).isEqualTo("ollama");
    }

    @Test
    void aLongLoadIsNotHeldAgainstTheServer() {
        servers.ollama.hasModel("llama3.2:latest", false, 8192);
        var load = servers.ollama.holdsLoading();
        servers.ask();
        for (int i = 0; i < 5; i++) {
            assertThat(answered(servers.ask()).provider()).isEqualTo("gemini");
        }
        servers.health.refresh();
        assertThat(servers.health.known().getFirst().state()).isEqualTo(Model.State.LOADING);

        load.countDown();

        Awaitility.await().until(() -> {
            servers.health.refresh();
            return servers.health.known().getFirst().loaded();
        });
        assertThat(answered(servers.ask()).provider()).isEqualTo("ollama");
    }

    @ParameterizedTest
    @EnumSource(names = {"ERROR_MID_STREAM", "ENDS_EARLY", "CUT_MID_STREAM", "STALL_MID_STREAM", "BROKEN_JSON", "HTML",
            "EMPTY_ANSWER", "CUT_BEFORE_HEADERS"})
    void everyWayOfFailingCountsAgainstTheServer(Fault fault) {
        servers.ollama.fails(fault);
        for (int i = 0; i < 3; i++) {
            servers.ask();
        }
        servers.ollama.answers("Well again.");

        assertThat(answered(servers.ask()).skipped()).contains(new Answer.Skip("ollama/llama3.2:latest",
                Failure.SERVER_ERROR, "failed 3 times in a row, is asked again in 30 s"));
    }

    @Test
    void whoIsLeftAloneIsSaidToBeAskedAgainAndNotToBeStarted() {
        servers.ollama.fails(Fault.CUT_BEFORE_HEADERS);
        for (int i = 0; i < 3; i++) {
            servers.askLocalOnly();
        }
        servers.clock.advance(Duration.ofSeconds(3));

        var sentence = failed(servers.askLocalOnly()).sentence();

        assertThat(sentence).contains("failed 3 times in a row, is asked again in 27 s")
                .doesNotContain("Start Ollama");
    }

    @Test
    void aLongWaitTheServerAsksForIsNotWaited() {
        servers.ollama.fails(Fault.QUOTA_USED_UP);

        assertThat(answered(servers.ask()).skipped())
                .contains(new Answer.Skip("ollama/llama3.2:latest", Failure.RATE_LIMITED, "asks to wait 60 min"));
        assertThat(servers.ollama.generations()).hasSize(1);
    }

    @Test
    void withoutTheCloudALoadingModelMayTakeItsTime() throws Exception {
        servers.ollama.hasModel("llama3.2:latest", false, 8192);
        var load = servers.ollama.holdsLoading();
        var asking = new FutureTask<>(servers::askLocalOnly);
        Thread.ofVirtual().start(asking);
        Awaitility.await().until(() -> !servers.ollama.generations().isEmpty());
        assertThat(servers.ollama.awaitClientGone(Servers.LIMITS.localFirstToken().plusSeconds(1))).isFalse();

        load.countDown();

        assertThat(answered(asking.get(10, TimeUnit.SECONDS)).text()).isEqualTo("Local words.");
    }

    @Test
    void stoppedBeforehandNobodyIsAsked() {
        servers.cancellation.cancel();

        assertThat(failed(servers.ask()).failure()).isEqualTo(Failure.CANCELLED);
        assertThat(servers.ollama.requests()).isEmpty();
    }

    @Test
    void stopEndsTheWholeRoute() throws Exception {
        servers.ollama.answers("One two three").holdsAfter(1);
        var asking = new FutureTask<>(servers::ask);
        Thread.ofVirtual().start(asking);
        Awaitility.await().until(() -> !servers.shown.isEmpty());

        servers.cancellation.cancel();

        Answer.Failed answer = failed(asking.get(5, TimeUnit.SECONDS));
        assertThat(answer.failure()).isEqualTo(Failure.CANCELLED);
        assertThat(answer.partial()).isEqualTo("One ");
        assertThat(servers.ollama.awaitClientGone(Duration.ofSeconds(5))).isTrue();
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void whenEverybodyFailsAllAreNamedWithAWayOut() {
        servers.ollama.fails(Fault.SERVER_ERROR);
        servers.gemini.fails(Fault.UNAUTHORIZED);

        Answer.Failed answer = failed(servers.ask());

        assertThat(answer.failure()).isEqualTo(Failure.UNAUTHORIZED);
        assertThat(answer.sentence()).contains("ollama/llama3.2:latest", "gemini/gemini-3.8-flash (key refused)",
                "config.yml");
        assertThat(servers.health.models().getFirst().state()).isEqualTo(Model.State.BUSY);
    }
}
