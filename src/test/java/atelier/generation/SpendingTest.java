package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.language.Sentence;
import atelier.standin.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendingTest {
    /// Of Gemini 3.8 Flash, per token.
    private static final double INPUT = 0.75 / 1e6;
    private static final double OUTPUT = 3.75 / 1e6;

    private final Purse purse = new Purse();
    private final Servers servers = new Servers(null, new Oversight(purse, TaskRanking.NONE, CallListener.NONE));

    @BeforeEach
    void onlyTheCloud() {
        servers.ollama.goesDown();
        servers.lmstudio.goesDown();
    }

    @AfterEach
    void close() {
        servers.close();
    }

    /// Keeps what it was asked, and stays shut when told so.
    private static final class Purse implements Spending {
        private final List<Double> held = new ArrayList<>();
        private final Map<String, Double> settled = new LinkedHashMap<>();
        private volatile boolean shut;

        @Override
        public synchronized Hold hold(Terms.Cause cause, double mostUsd) {
            if (shut) {
                return new Hold.Refused(Sentence.plain("the month's budget of $5 is used up"));
            }
            held.add(mostUsd);
            return new Hold.Granted("hold " + held.size());
        }

        @Override
        public synchronized void settle(String id, double usd) {
            assertThat(settled.put(id, usd)).as("settled twice").isNull();
        }

        synchronized double paid() {
            assertThat(settled).as("all that was held is settled").hasSize(held.size());
            return settled.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private static Prompt prompt(int letters, int maxTokens) {
        return Prompt.of("", "x".repeat(letters)).with(new Prompt.Sampling(null, maxTokens));
    }

    @Test
    void anAnswerAtHomeCostsNothing() {
        servers.ollama.comesBack();

        assertThat(servers.ask()).isInstanceOf(Answer.Answered.class);

        assertThat(purse.held).isEmpty();
    }

    @Test
    void theMostACallCanCostIsHeldAndWhatItDidCostIsPaid() {
        servers.gemini.counts(1000, 200);

        servers.say(prompt(4000, 500), true);

        assertThat(purse.held).singleElement().satisfies(
                most -> assertThat(most).isCloseTo(2000 * INPUT + 500 * OUTPUT, within(1e-9)));
        assertThat(purse.paid()).isCloseTo(1000 * INPUT + 200 * OUTPUT, within(1e-9));
    }

    @Test
    void anAnswerWithoutALimitIsGivenOneSoThatItsCostIsBounded() {
        servers.ask();

        assertThat(servers.gemini.generations().getFirst().body().replaceAll("\\s", ""))
                .contains("\"maxOutputTokens\":16384");
        assertThat(purse.held.getFirst()).isGreaterThanOrEqualTo(16_384 * OUTPUT);
    }

    @Test
    void aModelNobodyPaysForIsNotAskedAndTheReasonIsSaid() {
        purse.shut = true;

        assertThat(servers.ask()).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.OVER_BUDGET);
            assertThat(failed.sentence()).contains("the month's budget of $5 is used up", "local model");
        });
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void failedCallsOfWhichNothingCameCostNothing() {
        servers.gemini.fails(Fault.BUSY);

        servers.ask();

        assertThat(purse.held).hasSize(2);
        assertThat(purse.paid()).isZero();
    }

    @Test
    void anAnswerStoppedMidwayCostsWhatCameOfIt() throws Exception {
        servers.gemini.counts(100, 2).answers("One two three").holdsAfter(2);
        var asking = new FutureTask<>(() -> servers.say(prompt(400, 500), true));
        Thread.ofVirtual().start(asking);
        Awaitility.await().until(() -> String.join("", servers.shown).equals("One two "));

        servers.cancellation.cancel();

        assertThat(asking.get(5, TimeUnit.SECONDS)).isInstanceOf(Answer.Failed.class);
        assertThat(purse.paid()).isCloseTo(100 * INPUT + 2 * OUTPUT, within(1e-9));
    }

    @Test
    void anAnswerThatMetItsLimitCostsWhatItsServerCounted() {
        servers.gemini.counts(100, 480).fails(Fault.LENGTH);

        servers.say(prompt(400, 500), true);

        assertThat(purse.paid()).isCloseTo(100 * INPUT + 480 * OUTPUT, within(1e-9));
    }

    @Test
    void aCallWhoseReaderFailedIsPaidAllTheSame() {
        var request = new Request(prompt(400, 500), Terms.of(null, null, true), text -> {
            throw new IllegalStateException("the chat is gone");
        }, new Cancellation());

        assertThatThrownBy(() -> servers.router.generate(request)).hasMessage("the chat is gone");

        assertThat(purse.paid()).isGreaterThan(0);
    }

    @Test
    void theCostIsEstimatedBeforeAnythingIsAsked() {
        assertThat(servers.router.estimate(prompt(4000, 500), Terms.of(null, null, true))).hasValueSatisfying(it -> {
            assertThat(it.model().id()).isEqualTo("gemini/gemini-3.8-flash");
            assertThat(it.isFirst()).isTrue();
            assertThat(it.inputTokens()).isEqualTo(1000);
            assertThat(it.outputTokens()).isEqualTo(500);
            assertThat(it.mostUsd()).isCloseTo(2000 * INPUT + 500 * OUTPUT, within(1e-9));
        });
        assertThat(servers.router.estimate(prompt(4000, 500), Terms.of(null, null, false))).isEmpty();
        assertThat(servers.gemini.generations()).isEmpty();
        assertThat(purse.held).isEmpty();
    }

    @Test
    void anEstimateSaysWhenALocalModelComesFirst() {
        servers.ollama.comesBack();

        assertThat(servers.router.estimate(prompt(400, 500), Terms.of(null, null, true)))
                .hasValueSatisfying(it -> assertThat(it.isFirst()).isFalse());
    }
}
