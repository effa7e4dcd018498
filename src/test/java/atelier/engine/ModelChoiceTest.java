package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.create.ScriptedRouter;
import atelier.generation.Model;
import atelier.generation.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// People choose who answers them, and whether a cloud may.
class ModelChoiceTest {
    private static final Model LLAMA = local("llama3.2:latest", "ollama", Model.State.HEALTHY);
    private static final Model GEMMA = local("gemma3:4b", "ollama", Model.State.HEALTHY);
    private static final Model QWEN = local("qwen/qwen3-8b", "lmstudio", Model.State.OFFLINE);
    private static final Model FLASH = new Model("gemini-3.8-flash", "gemini", false, true, 0, Model.State.HEALTHY, 90);
    private static final Model PRO = new Model("gemini-2.5-pro", "gemini", false, true, 0, Model.State.HEALTHY, 90);

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final ScriptedRouter router = new ScriptedRouter();

    private static Model local(String name, String provider, Model.State state) {
        return new Model(name, provider, true, true, 0, state, 12);
    }

    private TestAtelier atelier() {
        return with(new Tier("free", 25, 100, 1, true, 1));
    }

    private TestAtelier with(Tier tier) {
        var atelier = new TestAtelier(folder, chat, router, tier, TestAtelier.quick());
        atelier.models.addAll(List.of(LLAMA, GEMMA, QWEN, FLASH, PRO));
        return atelier;
    }

    /// The request a model got when ada said this.
    private Request asked(TestAtelier atelier, String words) {
        router.says("Words.");
        atelier.says("ada", words);
        return router.asked().getLast();
    }

    @Test
    void theListSaysHowEachModelIsAndOffersThoseThatAnswer() {
        try (var atelier = atelier()) {
            var list = atelier.says("ada", "/model");

            assertThat(list.text()).contains("● 12 ms **llama3.2:latest** (ollama, local)",
                    "⊘ offline **qwen/qwen3-8b** (lmstudio, local)", "**gemini-2.5-pro** (gemini, cloud)")
                    .doesNotContain("yours");
            assertThat(list.buttons()).extracting(Button::label).containsExactly("Use llama3.2:latest",
                    "Use gemma3:4b", "Use gemini", "Add a model");
            assertThat(atelier.used("ada")).isZero();
        }
    }

    @Test
    void aButtonChoosesAndTheListMarksWhoWasChosen() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model");
            chat.presses("ada", "Use gemma3:4b");
            assertThat(atelier.answer("ada").text()).contains("**ollama/gemma3:4b** (local) answers you here");

            var list = atelier.says("ada", "which models are there?");

            assertThat(list.text()).contains("**gemma3:4b** (ollama, local) ← yours here");
            assertThat(list.buttons()).extracting(Button::label).doesNotContain("Use gemma3:4b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/model use gemma3:4b", "/model use Gemma", "/model use ollama/gemma3", "switch to gemma",
            "use gemma3 for this chat", "set the model to gemma3:4b", "please use gemma3 from now on.",
            "make gemma3 my default", "Wechsle zu gemma"})
    void theChosenModelIsAskedFirstWithOthersBehindIt(String words) {
        try (var atelier = atelier()) {
            atelier.says("ada", words);

            var request = asked(atelier, "What is the capital of France?");

            assertThat(request.terms().preferred()).isEqualTo("ollama/gemma3:4b");
            assertThat(request.terms().model()).isNull();
            assertThat(request.terms().cloud()).isTrue();
        }
    }

    @Test
    void aStrictChoiceLetsNobodyElseAnswer() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "/model use gemma strict").text()).contains("no other in its place");

            var request = asked(atelier, "What is the capital of France?");

            assertThat(request.terms().model()).isEqualTo("ollama/gemma3:4b");
            assertThat(request.terms().preferred()).isNull();
            assertThat(atelier.says("ada", "/model").text()).contains("yours here, strictly");
        }
    }

    @Test
    void theModelNamedInTheWordsGoesBeforeTheChosenOne() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemma");

            var request = asked(atelier, "write a poem about the sea with llama3.2");

            assertThat(request.terms().model()).isEqualTo("llama3.2");
            assertThat(request.terms().preferred()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            with gemma3 explain recursion to me                    | gemma3   | explain recursion to me
            use gemma3 for this: explain recursion to me           | gemma3   | explain recursion to me
            Please use gemma3:4b to explain recursion to me        | gemma3:4b | explain recursion to me
            use llama3.2 this time: explain recursion to me        | llama3.2 | explain recursion to me
            explain recursion with llama3.2 to me                  | llama3.2 | explain recursion to me
            write a poem about rain using ollama/gemma3:4b, in short lines | ollama/gemma3:4b | write a poem about rain in short lines
            """)
    void aModelIsNamedForOneAnswerAnywhereInTheWords(String words, String model, String rest) {
        try (var atelier = atelier()) {
            var request = asked(atelier, words);

            assertThat(request.terms().model()).isEqualTo(model);
            assertThat(request.prompt().turns().getLast().text()).isEqualTo(rest);
            assertThat(asked(atelier, "What is the capital of France?").terms().preferred()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"write a poem about bread with mistral winds over it", "what goes well with 12 eggs?",
            "write a poem about a day with Claude Monet in Giverny"})
    void wordsThatOnlyLookLikeAModelNameNone(String words) {
        try (var atelier = atelier()) {
            var request = asked(atelier, words);

            assertThat(request.terms().model()).isNull();
            assertThat(request.prompt().turns().getLast().text()).isEqualTo(words);
        }
    }

    @Test
    void seedsOfGemmaAreNoModelWhereThereIsNone() {
        try (var atelier = atelier()) {
            atelier.models.remove(GEMMA);

            assertThat(asked(atelier, "write a poem about bread with gemma seeds on it").terms().model()).isNull();
            assertThat(asked(atelier, "write a poem about bread with gemma3").terms().model()).isEqualTo("gemma3");
        }
    }

    @Test
    void aChoiceOutlivesARestartAndIsNobodyElses() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemma");
        }
        try (var atelier = atelier()) {
            assertThat(asked(atelier, "What is the capital of France?").terms().preferred())
                    .isEqualTo("ollama/gemma3:4b");
            router.says("Words.");
            atelier.says("bob", "What is the capital of France?");
            assertThat(router.asked().getLast().terms().preferred()).isNull();
        }
    }

    @Test
    void autoLeavesTheChoiceToAtelier() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemma");
            assertThat(atelier.says("ada", "/model auto").text()).contains("I choose the model again");

            assertThat(asked(atelier, "What is the capital of France?").terms().preferred()).isNull();
        }
    }

    @Test
    void aCloudIsChosenByItsNameAlone() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemini");
            assertThat(asked(atelier, "What is the capital of France?").terms().preferred()).isEqualTo("gemini");
            assertThat(atelier.says("ada", "/model").text()).contains("You chose **gemini** here");
        }
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAreAndChangesNothing() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemma");
            assertThat(atelier.says("ada", "/model use mistral").text())
                    .contains("There is no model “mistral” at present", "**llama3.2:latest**");
            assertThat(asked(atelier, "What is the capital of France?").terms().preferred())
                    .isEqualTo("ollama/gemma3:4b");
        }
    }

    @Test
    void aNameThatFitsSeveralIsAskedBack() {
        try (var atelier = atelier()) {
            atelier.models.add(1, local("gemma3:27b", "ollama", Model.State.HEALTHY));
            assertThat(atelier.says("ada", "/model use gemma3 strict").text()).contains("Which of them?");

            chat.presses("ada", "Use ollama/gemma3:27b");
            atelier.awaitIdle();

            assertThat(asked(atelier, "What is the capital of France?").terms().model()).isEqualTo("ollama/gemma3:27b");
        }
    }

    @Test
    void localOnlyKeepsTheWordsOffTheCloudInEveryChat() {
        try (var atelier = atelier()) {
            atelier.says("ada", "/model use gemini strict");
            assertThat(atelier.says("ada", "/model local-only on").text()).contains("in no chat");
            assertThat(atelier.says("ada", "/model use gemini-2.5-pro").text())
                    .contains("you want local models only", "Nothing was changed");
            assertThat(atelier.says("ada", "/model").buttons()).extracting(Button::label).doesNotContain("Use gemini");
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isFalse();
            assertThat(asked(atelier, "write a poem about the sea with gemini").terms().cloud()).isFalse();

            chat.says("ada", "/model local-only off");
            atelier.awaitIdle();
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/model local-only on", "/model local only: on", "/model use only local models",
            "/model only local", "/model never use the cloud", "/model no cloud models", "use only local models",
            "turn off cloud", "stop sending my prompts to cloud providers",
            "never send my stuff to the cloud, local only"})
    void theCloudIsForbiddenInMoreThanOneWay(String words) {
        try (var atelier = atelier()) {
            atelier.says("ada", words);
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isFalse();
            atelier.says("ada", "/model allow the cloud");
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to use another model", "use the local model", "what's the status of my models"})
    void wordsThatNameNoModelShowThemAll(String words) {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", words).text()).startsWith("Models, in the order they are asked:");
        }
    }

    @Test
    void aQuestionAboutTheCloudChangesNothing() {
        try (var atelier = atelier()) {
            assertThat(atelier.says("ada", "do you not send my prompts to cloud providers?").text())
                    .doesNotContain("Local only is on");
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isTrue();
        }
    }

    @Test
    void whereTheTierHasNoCloudNoneCanBeChosen() {
        try (var atelier = with(new Tier("free", 25, 100, 1, false, 1))) {
            assertThat(atelier.says("ada", "/model use gemini").text()).contains("the free tier has local models only");
            assertThat(atelier.says("ada", "/model local-only off").text()).contains("no cloud models anyway");
            assertThat(asked(atelier, "What is the capital of France?").terms().cloud()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code    | model  | gem            | gemini
            code    | model  | GEMMA          | ollama/gemma3:4b
            model   | prompt | use gemma      | use ollama/gemma3:4b
            model   | prompt | local          | local-only on
            compare | models | gemini, gemma  | gemini, ollama/gemma3:4b
            """)
    void whileSomebodyTypesWhatFitsIsSuggested(String command, String option, String typed, String first) {
        try (var atelier = atelier()) {
            assertThat(atelier.suggests("ada", command, option, typed).getFirst()).isEqualTo(first);
            assertThat(atelier.suggests("ada", "code", "language", "ja")).isEmpty();
        }
    }
}
