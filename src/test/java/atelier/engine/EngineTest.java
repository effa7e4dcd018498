package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.chat.Delivery;
import atelier.create.Creator;
import atelier.create.ScriptedRouter;
import atelier.create.music.MelodyCreator;
import atelier.generation.Failure;
import atelier.intent.Intent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people live through, from their words to what they see.
class EngineTest {
    private static final String SNAKE = """
            Here is your game.

            ```python
            # snake.py
            print("snake")
            ```
            """;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, models);
    }

    @Test
    void wordsBecomeFilesInTheMessageThatWasOpened() {
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "a calm melody in D minor");

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(answer.text()).contains("A quick tune.", "no model");
            assertThat(answer.files()).containsKey("quick.mid");
            assertThat(answer.buttons()).extracting(Button::label).containsExactly("Regenerate", "👍", "👎");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void codeComesWithItsFilesAndSaysWhoWroteIt() {
        models.says(SNAKE);
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "a snake game in Python");

            assertThat(answer.files()).containsKey("snake.py");
            assertThat(answer.files().get("snake.py")).contains("print(\"snake\")");
            assertThat(answer.text()).contains("tiny on Ollama (local)", "30 tokens");
        }
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
    void oneAtATimeInTheFreeTier() {
        var melody = new Held();
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody)) {
            chat.says("ada", "a melody");
            melody.awaitBegun();
            chat.says("ada", "another melody in C");
            await().until(() -> chat.textsTo("ada").stream().anyMatch(text -> text.contains("still at work")));
            melody.release();
            atelier.awaitIdle();

            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void nobodyPressesAnothersButton() {
        try (var atelier = atelier()) {
            atelier.says("ada", "a melody");
            chat.presses("eve", "ada", "Regenerate");
            atelier.awaitIdle();

            await().until(() -> chat.notices().stream().anyMatch(notice -> notice.contains("somebody else")));
            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void regenerateMakesAnotherTakeInANewMessage() {
        try (var atelier = atelier()) {
            var first = atelier.says("ada", "a melody");
            chat.presses("ada", "Regenerate");
            atelier.awaitIdle();

            assertThat(chat.shownTo("ada")).hasSize(2);
            assertThat(chat.shownTo("ada").getLast().files().get("quick.mid"))
                    .isNotEqualTo(first.files().get("quick.mid"));
            assertThat(atelier.used("ada")).isEqualTo(2);
        }
    }

    @Test
    void aThumbIsRememberedAndAFailedWorkOffersAnotherTry() {
        models.fails(Failure.NO_MODEL, "No model answers.").says(SNAKE);
        try (var atelier = atelier()) {
            var failed = atelier.says("ada", "a snake game in Python");
            assertThat(failed.buttons()).extracting(Button::label).containsExactly("Try again");
            chat.presses("ada", "Try again");
            assertThat(atelier.answer("ada").files()).containsKey("snake.py");

            chat.presses("ada", "👍");
            await().until(() -> chat.notices().stream().anyMatch(notice -> notice.contains("keep that in mind")));
            assertThat(atelier.likes("ollama", "tiny")).isEqualTo(1);
            assertThat(atelier.says("ada", "/usage").text()).contains("**tiny** (ollama): 1 answer,", "👍 1 👎 0");
        }
    }

    @Test
    void aMelodyIsChangedByWhatIsSaid() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1),
                new MelodyCreator())) {
            atelier.says("ada", "a melody in D minor at 100 bpm with seed 5");

            assertThat(saysLater(atelier, "make it slower")).contains("80 BPM", "seed 5");
            assertThat(saysLater(atelier, "in 3/4")).contains("80 BPM", "3/4", "seed 5");
            assertThat(saysLater(atelier, "longer")).contains("80 BPM", "16 bars", "seed 5");
            assertThat(saysLater(atelier, "again")).contains("80 BPM", "3/4", "16 bars").doesNotContain("seed 5`");
        }
    }

    private static String saysLater(TestAtelier atelier, String words) {
        atelier.clock.advance(Duration.ofSeconds(10));
        return atelier.says("ada", words).text();
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
    void aChangeNobodyUnderstandsIsAskedAboutInsteadOfChargedFor() {
        try (var atelier = atelier()) {
            atelier.says("ada", "a melody");

            assertThat(atelier.says("ada", "up a tone").text()).contains("what to change", "16 bars");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void aQuestionSurvivesARestartAndItsAnswerIsUnderstood() {
        try (var atelier = atelier()) {
            var question = atelier.says("ada", "/code");
            assertThat(question.buttons()).isNotEmpty();
            assertThat(atelier.used("ada")).isZero();
        }
        models.says(SNAKE);
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "a snake game in Python").files()).containsKey("snake.py");
        }
    }

    @Test
    void theConversationGoesAlongAndSurvivesARestart() {
        models.says("Paris.").says("About two million.");
        try (var atelier = atelier()) {
            atelier.says("ada", "What is the capital of France?");
        }
        try (var atelier = atelier()) {
            atelier.says("ada", "How many people live there?");

            assertThat(models.asked().getLast().prompt().turns()).extracting(turn -> turn.text())
                    .anySatisfy(text -> assertThat(text).contains("capital of France"))
                    .anySatisfy(text -> assertThat(text).contains("Paris."));
            assertThat(atelier.says("ada", "/history").text()).contains("What is the capital of France?");
        }
    }

    @Test
    void aNewConversationForgetsNothingButStartsAfresh() {
        models.says("Paris.").says("Where?");
        try (var atelier = atelier()) {
            atelier.says("ada", "What is the capital of France?");
            atelier.says("ada", "/new");
            atelier.says("ada", "How many people live there?");

            assertThat(models.asked().getLast().prompt().turns()).hasSize(1);
        }
    }

    @Test
    void workInterruptedByAStopOfTheServiceIsFinishedByTheNext() {
        var melody = new Held();
        var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody);
        chat.says("ada", "a melody");
        melody.awaitBegun();
        atelier.handsBackAndCloses();

        try (var next = atelier()) {
            next.awaitIdle();
            assertThat(chat.shownTo("ada")).singleElement()
                    .satisfies(post -> assertThat(post.files()).containsKey("quick.mid"));
            assertThat(next.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void aResultOutlivesThePlatformsFaults() {
        try (var atelier = atelier()) {
            chat.nextDelivery(new Delivery.Later(Duration.ofMillis(20), "429"));
            chat.nextDelivery(new Delivery.Later(Duration.ofMillis(20), "503"));
            var answer = atelier.says("ada", "a melody");

            assertThat(answer.files()).containsKey("quick.mid");
            assertThat(chat.shownTo("ada")).hasSize(1);
        }
    }

    @Test
    void ofADoubtfulDeliveryThePersonIsToldAndOnePressSendsItAgain() {
        try (var atelier = atelier()) {
            chat.nextDelivery(new Delivery.Ambiguous("read timed out"));
            var notice = atelier.says("ada", "a melody");
            assertThat(notice.text()).contains("can't tell whether", "quick.mid");
            assertThat(chat.shownTo("ada")).allSatisfy(post -> assertThat(post.files()).isEmpty());

            chat.presses("ada", "Send it again");

            assertThat(atelier.answer("ada").files()).containsKey("quick.mid");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void whenTheMessageIsGoneTheResultComesInANewOne() {
        var melody = new Held();
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 25, 100, 1, true, 1), melody)) {
            chat.says("ada", "a melody");
            melody.awaitBegun();
            chat.loses(chat.shownTo("ada").getFirst().id());
            melody.release();

            assertThat(atelier.answer("ada").files()).containsKey("quick.mid");
        }
    }

    @Test
    void longTextBecomesAFileWithItsBeginning() {
        models.says("A long story. ".repeat(2000));
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "tell me everything about the sea");

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(answer.text().length()).isLessThanOrEqualTo(2000);
            assertThat(answer.files().values()).singleElement()
                    .satisfies(file -> assertThat(file.length()).isGreaterThan(27_000));
        }
    }

    @Test
    void manyFilesBecomeOneZip() {
        var answer = new StringBuilder();
        for (var number = 0; number < 14; number++) {
            answer.append("`part%d.py`\n```python\nprint(%d)\n```\n".formatted(number, number));
        }
        models.says(answer.toString());
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/code fourteen little scripts in Python").files().keySet()).singleElement()
                    .asString().endsWith(".zip");
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
    void anAttachedFileReachesTheModel() {
        models.says("Line 1 is fine.");
        try (var atelier = atelier()) {
            chat.sends("ada", "review this", "Main.java",
                    "class Main { int answer = 42; }".getBytes(StandardCharsets.UTF_8));

            assertThat(atelier.answer("ada").text()).contains("Line 1 is fine.");
            assertThat(models.words(0)).contains("int answer = 42;");
        }
    }

    @Test
    void aCommandUsedOnAMessageLooksAtThatMessage() {
        models.says("It adds two numbers.").says("Then he went home.");
        try (var atelier = atelier()) {
            chat.uses("ada", "explain", "def add(a, b): return a + b");
            assertThat(atelier.answer("ada").text()).contains("adds two numbers");
            assertThat(models.words(0)).contains("def add(a, b)");

            chat.uses("ada", "continue", "Once upon a time a sailor");
            assertThat(atelier.answer("ada").text()).contains("went home");
            assertThat(models.words(1)).contains("Once upon a time a sailor");
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

    /// A melody creator that waits until it is released or stopped.
    private static final class Held implements Creator<Intent.ComposeMelody> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public atelier.create.Creation create(Intent.ComposeMelody intent, atelier.create.Workbench bench) {
            begun.countDown();
            try (var _ = bench.cancellation().onCancel(released::countDown)) {
                released.await();
            } catch (InterruptedException _) {
                throw new CancellationException();
            }
            if (bench.cancellation().isCancelled()) {
                throw new CancellationException();
            }
            return TestAtelier.quick().create(intent, bench);
        }

        void awaitBegun() {
            await().atMost(Duration.ofSeconds(20)).until(() -> begun.getCount() == 0);
        }

        void release() {
            released.countDown();
        }
    }
}
