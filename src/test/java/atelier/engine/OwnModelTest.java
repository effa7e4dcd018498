package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.generation.TimeLimits;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import atelier.standin.OllamaStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody brings a model of their own.
class OwnModelTest {
    private static final ModelsConfig NO_SERVERS = new ModelsConfig("", "", ModelsConfig.Cloud.NONE,
            ModelsConfig.Cloud.NONE, ModelsConfig.Cloud.NONE, null, TimeLimits.DEFAULT);

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final OllamaStandIn ollama = new OllamaStandIn();
    private final Models models = Models.of(NO_SERVERS, Clock.systemUTC());
    private TestAtelier atelier;

    @BeforeEach
    void open() {
        ollama.hasModel("llama3.2:latest").hasModel("gemma3:4b").answers("Words of a model of one's own.");
        atelier = new TestAtelier(folder, chat, models.router(), new Tier("free", 25, 100, 1, true, 1),
                TestAtelier.quick(), true, Set.of(ollama.url()), NO_SERVERS);
    }

    @AfterEach
    void close() {
        atelier.close();
        models.close();
        ollama.close();
    }

    private TestChat.Post says(String words) {
        return atelier.says("ada", words);
    }

    private void presses(String label) {
        chat.presses("ada", label);
        atelier.awaitIdle();
    }

    private TestChat.Post shown() {
        return chat.shownTo("ada").getLast();
    }

    private void adds(String model, String name) {
        says("/model add ollama %s %s as %s".formatted(ollama.url(), model, name));
    }

    @Test
    void oneQuestionAfterTheOtherLeadsToAModelThatAnswers() {
        assertThat(says("/model add").buttons()).extracting(Button::label).contains("Ollama", "LM Studio", "Gemini");
        presses("Ollama");
        assertThat(shown().text()).contains("Where does Ollama run?");
        assertThat(says(ollama.url()).text()).contains("has 2 models", "Which one?");
        presses("gemma3:4b");
        assertThat(shown().text()).contains("What shall I call it?");
        assertThat(says("Ada's Gemma").text()).contains("**Ada's Gemma** is yours now", "gemma3:4b on Ollama, local");

        var answer = says("What is the capital of France?");

        assertThat(answer.text()).contains("Words of a model of one's own.", "Ada's Gemma (gemma3:4b)", "(local)");
        assertThat(says("/model").text()).contains("Yours, asked first:", "**Ada's Gemma**", "1 conversation");
        assertThat(atelier.used("ada")).as("only the answer is charged").isEqualTo(1);
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeAndNothingIsAdded() {
        ollama.goesDown();

        var told = says("/model add ollama " + ollama.url());

        assertThat(told.text()).contains("Nobody listens", "Nothing was added");
        assertThat(told.buttons()).extracting(Button::label).contains("Try again", "Another address");
    }

    @Test
    void aMistakeOnTheWayIsPutRightByTheNextWords() {
        assertThat(says("/model add ollama").text()).contains("Where does Ollama run?");
        assertThat(says("hello there").text()).contains("no address of a model server", "say “stop”");
        assertThat(says("http://192.0.2.7:11434").text()).contains("Nothing was added");
        assertThat(says(ollama.url()).text()).contains("has 2 models. Which one?");
        assertThat(says("gemma3:4b").text()).contains("What shall I call it?");
        assertThat(says("<b>").text()).contains("Please give a name");

        assertThat(says("Mine").text()).contains("**Mine** is yours now");
        assertThat(atelier.used("ada")).as("nothing of it went to a model").isZero();
    }

    @Test
    void whoGivesUpOnTheWayIsFreeToTalk() {
        says("/model add ollama http://192.0.2.7:11434");

        assertThat(says("stop").text()).contains("What shall I do instead?");

        adds("gemma3:4b", "Mine");
        assertThat(says("What is the capital of France?").text()).contains("Words of a model of one's own.");
    }

    @Test
    void theBeginningOfANameIsEnoughToChooseIt() {
        adds("gemma3:4b", "Small One");
        adds("llama3.2:latest", "Small Two");

        assertThat(says("/model use small t strict").text()).contains("**Small Two** answers you here");
        assertThat(says("/model use small").buttons()).extracting(Button::label).contains("Use Small One",
                "Use Small Two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            with Small One explain recursion to me     | Small One (gemma3:4b)
            use small one for this: explain recursion  | Small One (gemma3:4b)
            write a poem about rain with Large, in short lines | Large (llama3.2:latest)
            write a poem about rain with large words   | Small One (gemma3:4b)
            """)
    void itsOwnerNamesItForOneAnswerInTheirWords(String words, String who) {
        adds("llama3.2:latest", "Large");
        adds("gemma3:4b", "Small One");
        says("/model favourite Small One");

        assertThat(says(words).text()).contains("Words of a model of one's own.", who);
        assertThat(says("What is the capital of France?").text()).contains("Small One (gemma3:4b)");
    }

    @Test
    void othersNeitherSeeNorUseIt() {
        adds("gemma3:4b", "Mine");

        assertThat(atelier.says("bob", "/model").text()).doesNotContain("Mine");
        assertThat(atelier.says("bob", "/model use Mine").text()).contains("There is no model");
        assertThat(atelier.says("bob", "What is the capital of France?").text()).doesNotContain("Words of a model");
    }

    @Test
    void onlyThoseWhoRunItAddModelsForOthers() {
        assertThat(says("/model add for everyone ollama %s gemma3:4b as Ours".formatted(ollama.url())).text())
                .contains("Only those who run this Atelier");
        assertThat(says("/model").text()).doesNotContain("Ours");
    }

    @Test
    void whatWasRegisteredCanBeChangedAndEveryChangeUndone() {
        adds("gemma3:4b", "Mine");

        assertThat(says("/model rename Mine to Quick One").text()).contains("**Quick One**");
        presses("Undo");
        assertThat(says("/model").text()).contains("**Mine**");
        assertThat(says("/model favourite mine").text()).contains("★ **Mine**");
        assertThat(says("/model set Mine temperature 0.2 max-tokens 50").text()).contains("temperature 0.2",
                "max tokens 50");
        says("What is the capital of France?");
        assertThat(ollama.generations().getLast().body()).contains("\"temperature\" : 0.2", "\"num_predict\" : 50");
        assertThat(says("/model remove Mine").text()).contains("is removed");
        assertThat(says("/model").text()).doesNotContain("**Mine**");
        presses("Add it again");
        assertThat(says("/model").text()).contains("★ ● 0 ms **Mine**".replace("● 0 ms", "◌ not looked at yet"));
    }

    @Test
    void whatWasRemovedComesBackAsItWasThoughItsServerIsAway() {
        adds("gemma3:4b", "Mine");
        adds("llama3.2:latest", "Second");
        adds("llama3.2:latest", "Third");
        says("/model favourite Mine");
        says("/model set Mine temperature 0.2 top-p 0.9");
        says("/model fallbacks Mine: Second, Third");
        says("/model fallbacks Third: Mine");
        says("/model remove Mine");
        ollama.goesDown();

        presses("Add it again");

        assertThat(shown().text()).contains("**Mine** is back as it was");
        assertThat(says("/model").text()).contains("★", "**Mine**");
        assertThat(says("/model remove Mine").buttons()).hasSize(1);
        presses("Add it again");
        ollama.comesBack();
        says("/model use Mine strict");
        says("What is the capital of France?");
        assertThat(ollama.generations().getLast().body()).contains("\"temperature\" : 0.2", "\"top_p\" : 0.9");
        assertThat(says("/model fallbacks Mine: none").buttons()).extracting(Button::label).containsExactly("Undo");
        presses("Undo");
        assertThat(shown().text()).contains("I ask Second, then Third next");
        says("/model fallbacks Third: none");
        presses("Undo");
        assertThat(shown().text()).contains("When **Third** cannot answer, I ask Mine next");
    }

    @Test
    void parametersAreTakenBackToWhatTheyWere() {
        adds("gemma3:4b", "Mine");
        says("/model set Mine temperature 0.2");
        presses("Undo");
        assertThat(shown().text()).contains("**Mine** is asked with its server's own settings");
        says("/model set Mine temperature 0.2");
        says("/model set Mine temperature 0.9 max-tokens 50");

        presses("Undo");

        assertThat(shown().text()).contains("**Mine** is asked with temperature 0.2.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /model set Mine temperature 3 | from 0
            /model set Nobody temperature 1 | You have no model “Nobody”
            /model rename Mine to !!! | Please give a name
            /model fallbacks Mine: Nobody | is not one of these
            /model add ollama ftp://x | no address of a model server
            /model add ollama http://a:b@c/ | without a password
            /model add ollama http://169.254.169.254 | Nothing was added
            """)
    void mistakesGetASentenceAndChangeNothing(String words, String sentence) {
        adds("gemma3:4b", "Mine");

        assertThat(says(words).text()).contains(sentence);
        assertThat(says("/model").text()).contains("**Mine**");
        assertThat(atelier.used("ada")).isZero();
    }

    @Test
    void theSameQuestionAgainIsAnsweredAtOnceAndForNothingAndRegenerateAsksAnew() {
        ollama.answers("A haiku.\n\n```python\n# haiku.py\nprint('rain')\n```\n");
        adds("gemma3:4b", "Mine");
        says("/code a haiku as a Python string");
        says("/new");

        var again = says("/code a haiku as a Python string");

        assertThat(again.text()).contains("the same answer as before");
        assertThat(atelier.used("ada")).isEqualTo(1);
        presses("Regenerate");
        assertThat(shown().text()).doesNotContain("the same answer as before");
        assertThat(atelier.used("ada")).isEqualTo(2);
    }

    @Test
    void howModelsDidIsShownAsLinesAndAsAPicture() {
        adds("gemma3:4b", "Mine");

        var bench = says("/model bench Mine");
        assertThat(bench.text()).startsWith("**Mine**: ").contains("of 6 tasks right");

        var statistics = says("/model stats");
        assertThat(statistics.text()).contains("bench");
        assertThat(statistics.files()).containsKey("models.png");
        assertThat(atelier.used("ada")).isZero();
    }

    @Test
    void theBenchHoldsCodeToTheChecksOfAllCode() {
        adds("gemma3:4b", "Mine");
        ollama.answers("static int countVowels(String text) {\n    // ... rest of the code\n    return 0;\n}");
        assertThat(says("/model bench Mine").text()).contains("❌ code");

        ollama.answers(
                "static int countVowels(String text) {\n    return text.replaceAll(\"[^aeiouAEIOU]\", \"\").length();\n}");
        assertThat(says("/model bench Mine").text()).contains("✅ code");
    }

    @Test
    void aBudgetOfNoneTakesEveryLimitAway() {
        says("/settings budget 5");
        says("/settings budget 0.50 a day");
        assertThat(says("/settings").text()).contains("/settings budget 5");

        var none = says("/settings budget none");

        assertThat(none.text()).contains("No limit of your own any more");
        assertThat(none.buttons()).as("nothing is left to take away").isEmpty();
        assertThat(says("/settings budget").text()).contains("Nothing limits what cloud models may cost");
    }

    @Test
    void learningIsTurnedOffAndOnByOnePerson() {
        assertThat(says("/model learning off").text()).contains("Learning is off");
        assertThat(atelier.says("bob", "/model learning").text()).contains("Learning is on");
        presses("Turn it on");
        assertThat(shown().text()).contains("Learning is on");
    }

    @Test
    void ratingsArePackedForWhoeverAllowedItOnly() {
        adds("gemma3:4b", "Mine");
        assertThat(says("/mydata packets").text()).contains("only after you allow it");
        presses("Allow it");
        says("What is the capital of France?");
        presses("👍");

        var packet = says("/mydata packets");

        assertThat(packet.files().values()).singleElement().asString().contains("\"vote\":\"up\"",
                "What is the capital of France?");
        assertThat(atelier.says("bob", "/mydata packets").files()).isEmpty();
    }

    @Test
    void aVoteInAComparisonIsPackedWithTheWordsOfThatModelAlone() {
        ollama.answersBy(request -> request.body().contains("gemma3:4b") ? "Soft rain." : "Hard rain.");
        adds("gemma3:4b", "Small");
        adds("llama3.2:latest", "Large");
        says("/mydata packets on");
        says("/compare write a haiku about rain models: Small, Large");
        presses("👍 Large");

        var packet = says("/mydata packets");

        assertThat(packet.files().values()).singleElement().asString()
                .contains("\"prompt\":\"write a haiku about rain\"",
                        "\"answer\":\"Hard rain.\"", "\"model\":\"ollama/llama3.2:latest\"", "\"vote\":\"up\"")
                .doesNotContain("Soft rain.");
    }

    @Test
    void anotherModelMakesTheSameAgain() {
        adds("gemma3:4b", "Small");
        adds("llama3.2:latest", "Large");
        says("/model favourite Small");
        assertThat(says("What is the capital of France?").text()).contains("Small (gemma3:4b)");

        presses("Another model");
        assertThat(shown().text()).contains("Which model shall make it?");
        presses("Large");

        assertThat(shown().text()).contains("Words of a model of one's own.", "Large (llama3.2:latest)");
    }
}
