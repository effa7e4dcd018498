package atelier.generation.setup;

import static atelier.generation.setup.ModelsConfig.Cloud.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.Terms;
import atelier.generation.TimeLimits;
import atelier.standin.AnthropicStandIn;
import atelier.standin.Fault;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import atelier.standin.OpenAiStandIn;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static ModelsConfig.Cloud cloud(String url, String model) {
        return new ModelsConfig.Cloud(url, "a-key-for-it", model);
    }

    private static Answer ask(Models models) {
        return models.router()
                .generate(new Request(Prompt.of("", "Hello"), Terms.of(null, null, true), piece -> {},
                        new Cancellation()));
    }

    @Test
    void answersRightAfterConstruction() {
        try (var ollama = new OllamaStandIn(); var gemini = new GeminiStandIn()) {
            ollama.hasModel("llama3.2:latest").answers("Here.");
            gemini.hasModel("gemini-3.8-flash");
            var config = new ModelsConfig(ollama.url(), "", cloud(gemini.url(), "gemini-3.8-flash"), NONE, NONE,
                    null, TimeLimits.DEFAULT);
            try (Models models = Models.of(config, Clock.systemUTC())) {
                assertThat(ask(models)).isInstanceOfSatisfying(Answer.Answered.class,
                        answer -> assertThat(answer.text()).isEqualTo("Here."));
                assertThat(models.models()).extracting(Model::provider).containsExactly("ollama", "gemini");
            }
        }
    }

    @Test
    void eachCloudWithAKeyIsAskedInTurnByItsOwnModel() {
        try (var openAi = new OpenAiStandIn(); var anthropic = new AnthropicStandIn()) {
            openAi.hasModel("gpt-6-luna").fails(Fault.QUOTA_USED_UP);
            anthropic.hasModel("claude-haiku-5-5").answers("Here.").counts(1000, 200);
            var config = new ModelsConfig("", "", NONE, cloud(openAi.url(), "gpt-6-luna"),
                    cloud(anthropic.url(), "claude-haiku-5-5"), null, TimeLimits.DEFAULT);
            try (Models models = Models.of(config, Clock.systemUTC())) {
                assertThat(ask(models)).isInstanceOfSatisfying(Answer.Answered.class, answer -> {
                    assertThat(answer.model()).isEqualTo("claude-haiku-5-5");
                    assertThat(answer.local()).isFalse();
                    assertThat(answer.costUsd()).isEqualTo((1000 * 0.10 + 200 * 0.50) / 1e6);
                    assertThat(answer.skipped()).extracting(Answer.Skip::candidate)
                            .containsExactly("openai/gpt-6-luna");
                });
            }
        }
    }

    @Test
    void withoutAnyServerItSaysHowToGetOne() {
        var config = new ModelsConfig("", "", NONE, NONE, NONE, null, TimeLimits.DEFAULT);
        try (Models models = Models.of(config, Clock.systemUTC())) {
            assertThat(ask(models)).isInstanceOfSatisfying(Answer.Failed.class, answer -> {
                assertThat(answer.failure()).isEqualTo(Failure.NO_MODEL);
                assertThat(answer.sentence()).contains("ollama serve", "gemini.key");
            });
        }
    }

    @Test
    void anAddressThatIsNoneIsNamedWithItsKey() {
        var config = new ModelsConfig("localhost:11434", "", NONE, NONE, NONE, null, TimeLimits.DEFAULT);

        assertThatThrownBy(() -> Models.of(config, Clock.systemUTC())).hasMessageContaining("ollama.url")
                .hasMessageContaining("localhost:11434");
    }

    @Test
    void theKeyIsNotPrinted() {
        var secret = new ModelsConfig.Cloud("https://localhost", "very-secret", "m");
        var config = new ModelsConfig("", "", secret, secret, secret, null, TimeLimits.DEFAULT);

        assertThat(config.toString()).doesNotContain("very-secret");
    }
}
