package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.create.music.MelodyCreator;
import atelier.generation.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people live through, from their words to what they see.
class EngineTest {
    private static final String SNAKE = """
            Here is your script.

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
    void anUpdateThatComesAThousandTimesHasOneEffect() {
        try (var atelier = new TestAtelier(folder, chat, models)) {
            atelier.says("ada", "a melody in C");
            for (var again = 0; again < 1_000; again++) {
                chat.deliversAgain();
            }
            atelier.awaitIdle();

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void wordsBecomeFilesInTheMessageThatWasOpened() {
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "a calm melody in D minor");

            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(answer.text()).contains("A quick tune.", "no model");
            assertThat(answer.files()).containsKey("quick.mid");
            assertThat(answer.buttons()).extracting(Button::label).containsExactly("Another take",
                    "♯ Up a tone", "♭ Down a tone", "Slower", "Faster", "Other genre", "Stems", "Regenerate", "👍",
                    "👎",
                    "Save as template");
            assertThat(atelier.used("ada")).isEqualTo(1);
        }
    }

    @Test
    void codeComesWithItsFilesAndSaysWhoWroteIt() {
        models.says(SNAKE);
        try (var atelier = atelier()) {
            var answer = atelier.says("ada", "a Python script that prints a snake");

            assertThat(answer.files()).containsKey("snake.py");
            assertThat(answer.files().get("snake.py")).contains("print(\"snake\")");
            assertThat(answer.text()).contains("tiny on Ollama (local)", "30 tokens");
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
            var failed = atelier.says("ada", "a Python script that prints a snake");
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
    void aChangeNobodyUnderstandsIsAskedAboutInsteadOfChargedFor() {
        try (var atelier = atelier()) {
            atelier.says("ada", "a melody");

            assertThat(atelier.says("ada", "make it more interesting").text()).contains("what to change", "16 bars");
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
            assertThat(atelier.says("ada", "a Python script that prints a snake").files()).containsKey("snake.py");
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
}
