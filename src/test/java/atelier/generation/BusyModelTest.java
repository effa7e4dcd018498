package atelier.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.generation.turn.LocalTurns;
import atelier.standin.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Wishes that come while a model is at work for others.
class BusyModelTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Servers servers = servers(LONG, 1);

    @AfterEach
    void close() {
        servers.close();
    }

    private static Servers servers(Duration patience, int atOnce) {
        return new Servers(null, new Oversight(Spending.UNLIMITED, TaskRanking.NONE, CallListener.NONE,
                new Queueing(new LocalTurns(), new Queueing.Capacity(Map.of(), atOnce, 32), patience)));
    }

    private void otherwise(Duration patience, int atOnce) {
        servers.close();
        servers = servers(patience, atOnce);
    }

    /// Somebody's wish, under way.
    private final class Wish {
        private final Cancellation cancellation = new Cancellation();
        private final FutureTask<Answer> answer;

        Wish(String words, int priority, boolean cloud) {
            var terms = new Terms(new Terms.Cause(0, "", 0, "", "", priority), null, null, List.of(), cloud, false);
            answer = new FutureTask<>(() -> servers.router.generate(new Request(Prompt.of("", words), terms, _ -> {},
                    cancellation, (model, before) -> told.add(words + " waits for " + model + ": " + before))));
            Thread.ofVirtual().start(answer);
        }

        Answer answer() throws Exception {
            return answer.get(30, TimeUnit.SECONDS);
        }

        String text() throws Exception {
            return answer() instanceof Answer.Answered answered ? answered.provider() : String.valueOf(answer());
        }
    }

    private Wish local(String words) {
        return new Wish(words, 1, false);
    }

    private CountDownLatch busyWith(String words) {
        var held = servers.ollama.holdsAfter(0);
        local(words);
        await().until(() -> servers.ollama.generations().size() == 1);
        return held;
    }

    @Test
    void aLocalServerIsNeverAskedForMoreAtOnceThanItAnswersAndEverybodyIsAnswered() throws Exception {
        otherwise(LONG, 2);
        servers.ollama.takesPerWord(Duration.ofMillis(3));
        var wishes = new ArrayList<Wish>();
        for (var number = 0; number < 20; number++) {
            wishes.add(local("wish " + number));
        }

        for (var wish : wishes) {
            assertThat(wish.text()).isEqualTo("ollama");
        }
        assertThat(servers.ollama.mostAtOnce()).isEqualTo(2);
        assertThat(servers.gemini.generations()).isEmpty();
    }

    @Test
    void whoWaitsIsToldForWhomAndBehindHowMany() throws Exception {
        var held = busyWith("first");
        var second = local("second");
        await().until(() -> told.contains("second waits for ollama/llama3.2:latest: 1"));
        var third = local("third");
        await().until(() -> told.contains("third waits for ollama/llama3.2:latest: 2"));

        held.countDown();

        assertThat(second.text()).isEqualTo("ollama");
        assertThat(third.text()).isEqualTo("ollama");
        assertThat(servers.ollama.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aHigherTierIsAnsweredFirst() throws Exception {
        var held = busyWith("first");
        var free = local("of a free tier");
        await().until(() -> !told.isEmpty());
        var studio = new Wish("of a high tier", 3, false);
        await().until(() -> told.contains("of a high tier waits for ollama/llama3.2:latest: 1"));

        held.countDown();
        free.answer();
        studio.answer();

        assertThat(servers.ollama.generations().get(1).body()).contains("of a high tier");
    }

    @Test
    void stopLeavesTheLineAndNothingIsAsked() throws Exception {
        var held = busyWith("first");
        var second = local("second");
        await().until(() -> !told.isEmpty());

        second.cancellation.cancel();

        assertThat(second.answer()).isInstanceOf(Answer.Failed.class)
                .extracting(answer -> ((Answer.Failed) answer).failure()).isEqualTo(Failure.CANCELLED);
        held.countDown();
        assertThat(local("third").text()).isEqualTo("ollama");
        assertThat(servers.ollama.generations()).hasSize(2);
    }

    @Test
    void whatWasWaitedInLineDoesNotCountAgainstAnyLimit() throws Exception {
        try (var hasty = new Servers(null, new Oversight(Spending.UNLIMITED, TaskRanking.NONE, CallListener.NONE,
                new Queueing(new LocalTurns(), new Queueing.Capacity(Map.of(), 1, 32), LONG)),
                new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(20),
                        Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(600)))) {
            hasty.ollama.answers("one two three four").takesPerWord(Duration.ofMillis(100));
            var asked = new ArrayList<FutureTask<Answer>>();
            for (var number = 0; number < 4; number++) {
                var one = new FutureTask<>(hasty::askLocalOnly);
                asked.add(one);
                Thread.ofVirtual().start(one);
            }
            for (var one : asked) {
                assertThat(one.get(30, TimeUnit.SECONDS)).as("four in turn take twice the time a job may")
                        .isInstanceOf(Answer.Answered.class);
            }
        }
    }

    @Test
    void theNextBestAnswersWhenTheLineIsLongAndTheAnswerSaysWhy() throws Exception {
        otherwise(SHORT, 1);
        var held = busyWith("first");

        var answer = (Answer.Answered) new Wish("second", 1, true).answer();

        assertThat(answer.provider()).isEqualTo("gemini");
        assertThat(answer.skipped()).contains(
                new Answer.Skip("ollama/llama3.2:latest", Failure.SERVER_ERROR, "busy, 1 before you"));
        held.countDown();
    }

    @Test
    void whenTheOthersCannotAnswerTheLineIsWaitedForAfterAll() throws Exception {
        otherwise(SHORT, 1);
        servers.gemini.fails(Fault.UNAUTHORIZED);
        var held = busyWith("first");
        var second = new Wish("second", 1, true);
        await().until(() -> !servers.gemini.generations().isEmpty());

        held.countDown();

        assertThat(second.text()).isEqualTo("ollama");
    }

    @Test
    void anotherLocalModelThatIsFreeAnswersAtOnce() throws Exception {
        servers.lmstudio.hasModel("qwen/warm").answers("Warm words.");
        var held = busyWith("first");

        assertThat(new Wish("second", 1, true).text()).isEqualTo("lmstudio");
        held.countDown();
    }

    @Test
    void aModelWishedForByNameIsWaitedFor() throws Exception {
        otherwise(SHORT, 1);
        var held = busyWith("first");
        var strict = new FutureTask<>(() -> servers.ask("ollama/llama3.2", true));
        Thread.ofVirtual().start(strict);
        servers.lmstudio.hasModel("qwen/warm");
        local("meanwhile").answer();
        assertThat(strict.isDone()).isFalse();

        held.countDown();

        assertThat(((Answer.Answered) strict.get(30, TimeUnit.SECONDS)).provider()).isEqualTo("ollama");
    }
}
