package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.Failure;
import atelier.generation.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words that may mean several things: a model is asked, or the person.
class DoubtfulWordsTest {
    private static final String DOUBTFUL = "something for a rainy evening";

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter models = new ScriptedRouter();

    private TestAtelier atelier() {
        return new TestAtelier(folder, chat, models);
    }

    private TestAtelier withModel() {
        var atelier = atelier();
        atelier.models.add(new Model("llama3.2:latest", "ollama", true, true, 0, Model.State.HEALTHY, 12));
        return atelier;
    }

    @Test
    void withoutAModelThePersonIsAskedAndTheAnswerIsMade() {
        try (var atelier = atelier()) {
            var question = atelier.says("ada", DOUBTFUL);

            assertThat(question.buttons()).extracting(Button::label).contains("Compose a melody");
            assertThat(atelier.used("ada")).isZero();
            chat.presses("ada", "Compose a melody");
            assertThat(atelier.answer("ada").files()).containsKey("quick.mid");
        }
    }

    @Test
    void aModelJudgesAndTheSameMessageIsFinishedWithWhatItMeant() {
        models.says("{\"kind\": \"GENERATE_MELODY\"}");
        try (var atelier = withModel()) {
            var answer = atelier.says("ada", DOUBTFUL);

            assertThat(answer.files()).containsKey("quick.mid");
            assertThat(chat.shownTo("ada")).as("one message").hasSize(1);
            assertThat(models.asked().getFirst().prompt().schema()).contains("GENERATE_MELODY");
            assertThat(atelier.used("ada")).as("the judgement is free").isEqualTo(1);
        }
    }

    @Test
    void whatAModelTakesForTalkIsTalkedAbout() {
        models.says("{\"kind\": \"CHAT\"}").says("How about a book and tea?");
        try (var atelier = withModel()) {
            assertThat(atelier.says("ada", DOUBTFUL).text()).contains("a book and tea");
        }
    }

    @Test
    void whatAModelTakesForAQuestionOfUseIsAnsweredForNothing() {
        models.says("{\"kind\": \"SHOW_USAGE\"}");
        try (var atelier = withModel()) {
            assertThat(atelier.says("ada", DOUBTFUL).text()).contains("**free** tier");
            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void whereTheModelMakesNoSenseThePersonIsAsked() {
        models.says("Well, that depends.");
        try (var atelier = withModel()) {
            var question = atelier.says("ada", DOUBTFUL);

            assertThat(question.buttons()).extracting(Button::label).contains("Compose a melody");
            assertThat(chat.shownTo("ada")).hasSize(1);
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void whereTheModelIsGoneThePersonIsAsked() {
        models.fails(Failure.UNREACHABLE, "Nobody is there.");
        try (var atelier = withModel()) {
            assertThat(atelier.says("ada", DOUBTFUL).buttons()).extracting(Button::label).contains("Compose a melody");
        }
    }

    @Test
    void clearWordsAskNoModelFirst() {
        models.says("Words.");
        try (var atelier = withModel()) {
            atelier.says("ada", "What is the capital of France?");

            assertThat(models.asked()).hasSize(1);
        }
    }

    @Test
    void whoHasNoMessageLeftIsAskedInsteadOfAModel() {
        try (var atelier = new TestAtelier(folder, chat, models, new Tier("free", 1, 100, 1, true, 1),
                TestAtelier.quick())) {
            atelier.models.add(new Model("llama3.2:latest", "ollama", true, true, 0, Model.State.HEALTHY, 12));
            atelier.says("ada", "a melody");
            atelier.says("ada", "/new");

            assertThat(atelier.says("ada", DOUBTFUL).buttons()).extracting(Button::label)
                    .contains("Compose a melody");
            assertThat(models.asked()).isEmpty();
        }
    }
}
