package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.account.Tier;
import atelier.chat.Button;
import atelier.generation.Health;
import atelier.generation.Oversight;
import atelier.generation.Spending;
import atelier.generation.TaskRanking;
import atelier.generation.TimeLimits;
import atelier.generation.learning.CallRecords;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import atelier.standin.Fault;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import atelier.usage.Cost;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked on a person's own key is theirs: they see what it cost, and nobody else pays.
class OwnKeyTest {
    private static final String KEY = "AIza" + "SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12";
    private static final ModelsConfig.Cloud NONE = ModelsConfig.Cloud.NONE;

    @TempDir
    Path folder;

    private final TestChat chat = new TestChat();
    private final GeminiStandIn gemini = new GeminiStandIn();
    private final OllamaStandIn ollama = new OllamaStandIn();
    private Models models;
    private TestAtelier atelier;

    @BeforeEach
    void open() {
        gemini.hasModel("gemini-3.8-flash").counts(1000, 200).answers("Words from afar.");
        ollama.hasModel("llama3.2:latest").hasModel("gemma3:4b").answers("Words from home.");
        var listener = new CallRecords(call -> atelier.records(call), Clock.systemUTC());
        models = Models.of(new ModelsConfig(ollama.url(), "", NONE, NONE, NONE, null, TimeLimits.DEFAULT),
                Health.PERIOD, new Oversight(Spending.UNLIMITED, TaskRanking.NONE, listener::ended),
                Clock.systemUTC());
        atelier = new TestAtelier(folder, chat, models.router(), new Tier("free", 25, 100, 1, true, 1),
                TestAtelier.quick(), true, Set.of(gemini.url(), ollama.url(), ollamaByNumber()),
                new ModelsConfig("", "",
                        new ModelsConfig.Cloud(gemini.url(), null, "gemini-3.8-flash"), NONE, NONE, null,
                        TimeLimits.DEFAULT));
        atelier.models.addAll(models.models());
        says("/provider add gemini");
        assertThat(says(KEY).text()).contains("It stands in `/model` as **Gemini**");
    }

    @AfterEach
    void close() {
        atelier.close();
        models.close();
        ollama.close();
        gemini.close();
    }

    private String ollamaByNumber() {
        return ollama.url().replace("localhost", "127.0.0.1");
    }

    private TestChat.Post says(String words) {
        return atelier.says("ada", words);
    }

    @Test
    void whatItCostIsShownEverywhereAsTheirs() {
        says("/model use Gemini strict");

        assertThat(says("What is the capital of France?").text()).contains("Words from afar.",
                "1,200 tokens · $0.0015 on your key");
        assertThat(says("/usage").text()).contains("200 tokens out, $0.0015 on your key.",
                "**gemini-3.8-flash** (gemini): 1 answer, half within", "s, $0.0015 on your key, 👍 0");
        assertThat(says("/model stats").text()).contains("**gemini/gemini-3.8-flash** cloud, 1 of 1 answered",
                "$0.0015 on your key");
        assertThat(says("/compare write a haiku models: Gemini, gemma3").text()).contains(
                "Gemini (cloud)", "1,200 tokens · $0.0015 on your key", "-# gemma3:4b (local)", "tokens · free",
                "together");
    }

    @Test
    void whereATeamMayHavePaidTheUsageDoesNotSayItWasYou() {
        says("/model use Gemini strict");
        says("What is the capital of France?");
        chat.saysInGroup("ada", "-100", "/usage");

        assertThat(atelier.answer("-100").text()).contains("$0.0015 on your own or a team's key");
    }

    @Test
    void theWinnerOfAComparisonHasItsVoteInTheStatistics() {
        says("/compare write a haiku models: Gemini, gemma3");
        atelier.presses("ada", "👍 Gemini");

        assertThat(says("/model stats").text()).containsPattern("gemini-3.8-flash\\*\\* .*👍 1 👎 0")
                .doesNotContainPattern("gemma3:4b\\*\\* .*👍");
    }

    @Test
    void workThatBrokeOffBearsTheMoneyThatWasSpentOnIt() {
        says("/model use Gemini strict");
        gemini.fails(Fault.CUT_MID_STREAM);

        assertThat(says("What is the capital of France?").text()).contains("broke off");

        assertThat(atelier.spent("ada").keyUsd()).as("what the call's record says").isPositive()
                .isEqualTo(atelier.recorded("ada").keyUsd());
        assertThat(says("/usage").text()).contains("0 answers", "on your key");
        assertThat(atelier.used("ada")).as("but it is no message").isZero();
    }

    @Test
    void whoAnsweredOnlyAfterOthersFailedIsNotMadeToBearTheirCost() {
        says("/model add ollama %s gemma3:4b as Mine".formatted(ollama.url()));
        says("/model fallbacks Gemini: Mine");
        gemini.fails(Fault.BLOCKED);
        says("/model use Gemini");

        assertThat(says("What is the capital of France?").text()).contains("Words from home.");

        assertThat(atelier.spent("ada")).isEqualTo(atelier.recorded("ada"));
        assertThat(says("/usage").text()).contains("**gemma3:4b** (ollama): 1 answer", "all free");
    }

    @Test
    void aModelThatJustAnsweredIsSaidToBeWell() {
        says("What is the capital of France with Gemini");
        says("/model use Gemini strict");
        says("What is the capital of France?");
        gemini.goesDown();

        assertThat(says("/model").text()).containsPattern("● \\d+ ms \\*\\*Gemini\\*\\*");
    }

    @Test
    void aModelOnesOwnAndTheHousesIsOneRowOfTheStatistics() {
        says("/model use ollama/gemma3:4b strict");
        says("What is the capital of France?");
        says("/model add ollama %s gemma3:4b as Mine".formatted(ollama.url()));
        says("/model use Mine strict");
        says("What is the capital of Spain?");

        assertThat(says("/model stats").text()).containsOnlyOnce("gemma3:4b").contains("2 of 2 answered");
    }

    @Test
    void anotherModelIsNeverTheOneThatJustAnsweredAndGoesByAFriendlyName() {
        says("/model add ollama %s gemma3:4b as Mine".formatted(ollama.url()));
        says("/model use Mine strict");
        says("What is the capital of France?");

        chat.presses("ada", "Another model");
        atelier.awaitIdle();

        assertThat(atelier.answer("ada").buttons()).extracting(Button::label).containsExactly("Gemini", "llama3.2");
        chat.presses("ada", "llama3.2");
        assertThat(atelier.answer("ada").text()).contains("llama3.2:latest on Ollama");
    }

    @Test
    void twoOfOnesOwnModelsOnOneServerTakeTurnsInAComparison() {
        says("/model add ollama %s gemma3:4b as One".formatted(ollama.url()));
        says("/model add ollama %s llama3.2:latest as Two".formatted(ollamaByNumber()));
        var held = ollama.holdsAfter(1);

        chat.says("ada", "/compare write a haiku models: One, Two");
        // Shown as begun is not yet asked: the request is on its way.
        await().until(() -> ollama.generations().size() == 1 && atelier.shows("ada", "▶ One"));

        assertThat(atelier.shows("ada", "◌ Two")).as("the second waits for its turn").isTrue();
        assertThat(ollama.generations()).hasSize(1);
        held.countDown();
        atelier.awaitIdle();
        assertThat(ollama.generations()).hasSize(2);
        assertThat(atelier.spent("ada")).isEqualTo(Cost.NOTHING);
    }
}
