package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.generation.Failure;
import atelier.intent.Intent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is charged, what is not, and what the limits let through.
class ChargesTest {
    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, models);
    }

    @Test
    void theSameEventTwiceIsAnsweredAndChargedOnce() {
        try (var atelier = atelier()) {
            atelier.says("ada", "a calm melody in D minor");
            chat.deliversAgain();
            atelier.awaitIdle();

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void whatFailsCostsNothingAndSaysWhatToDo() {
        models.fails(Failure.NO_MODEL, "No model answers. Start Ollama.");
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "/code a todo list in Java");

            assertThat(answer.text()).contains("Start Ollama");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void theLimitOfTheDayIsExactAndTheRefusalSaysWhen() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 2, 100, 1, true, 1),
                TestAtelier.quick())) {
            atelier.says("ada", "a melody");
            atelier.says("ada", "a melody");
            var refusal = atelier.says("ada", "a melody");

            assertThat(refusal.text()).contains("all 2 messages", "00:00");
            assertThat(refusal.files()).isEmpty();
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
            assertThat(atelier.says("bob", "a melody").files()).isNotEmpty();
            atelier.clock.advance(Duration.ofHours(12));
            assertThat(atelier.says("ada", "a melody").files()).isNotEmpty();
        }
    }

    @Test
    void requestsAMinuteAreLimited() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 3, 1, true, 1),
                TestAtelier.quick())) {
            for (var number = 0; number < 3; number++) {
                atelier.says("ada", "/help");
            }
            assertThat(atelier.says("ada", "/help").text()).contains("more than 3 requests in a minute",
                    "try again in");
            atelier.clock.advance(Duration.ofMinutes(1));
            assertThat(atelier.says("ada", "/help").text()).contains("/melody");
        }
    }

    @Test
    void stopEndsTheWorkAndGivesTheMessageBack() {
        var melody = new Held();
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody)) {
            chat.says("ada", "a melody");
            melody.awaitBegun();
            chat.presses("ada", "Stop");
            atelier.awaitIdle();

            assertThat(atelier.answer("ada").text()).contains("Stopped. Nothing was charged.");
            assertThat(atelier.used("ada")).isZero();
            assertThat(atelier.says("ada", "/stop").text()).contains("nothing running");
        }
    }

    @Test
    void quotaUsageAndPlanEachAnswerTheirOwnQuestion() {
        try (var atelier = atelier()) {
            atelier.says("ada", "a melody");

            assertThat(atelier.says("ada", "/quota").text()).contains("1 of 25 messages", "cost nothing");
            assertThat(atelier.says("ada", "/usage").text()).contains("Last 30 days: 1 answer,", "all free");
            assertThat(atelier.says("ada", "/plan").text()).contains("at a time", "requests a minute");
        }
    }

    @Test
    void badInputGetsASentenceAndCostsNothing() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "").text()).contains("empty");
            assertThat(atelier.says("ada", "\u0000\u202E\u0007").text()).contains("empty");
            assertThat(atelier.says("ada", "a".repeat(100_000)).text()).contains("100,000 characters", "text file");
            assertThat(atelier.says("ada", "😀😀😀").text()).contains("sense");
            assertThat(atelier.says("ada", "/nonsense").text()).contains("no command /nonsense");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void badFilesGetASentenceAndCostNothing() {
        try (var atelier = atelier()) {
            chat.sends("ada", "review this", "a.py", new byte[]{0, 1, 2, 3, 0, 0, (byte) 0xff, (byte) 0xfe, 0, 9});
            assertThat(atelier.answer("ada").text()).contains("not a text file");
            chat.sendsGoneFile("ada", "review this");
            assertThat(atelier.answer("ada").text()).contains("could not fetch");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void aMistakeOfOursIsOneSentenceAndCostsNothing() {
        Creator<Intent.ComposeMelody> broken = (_, _) -> {
            throw new IllegalStateException("secret detail");
        };
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), broken)) {
            var answer = atelier.says("ada", "a melody");

            assertThat(answer.text()).contains("Something went wrong", "Job j").doesNotContain("secret detail");
            assertThat(atelier.used("ada")).isZero();
        }
    }
}
