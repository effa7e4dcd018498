package atelier.generation.setup;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Model;
import atelier.generation.Prompt;
import atelier.generation.Request;
import atelier.generation.TimeLimits;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static Answer ask(Models models) {
        return models.router()
                .generate(new Request(Prompt.of("", "Hello"), null, true, piece -> {}, new Cancellation()));
    }

    @Test
    void answersRightAfterConstruction() {
        try (var ollama = new OllamaStandIn(); var gemini = new GeminiStandIn()) {
            ollama.hasModel("llama3.2:latest").answers("Here.");
            gemini.hasModel("gemini-3.8-flash");
            var config = new ModelsConfig(ollama.url(), "", gemini.url(), "key", null, "gemini-3.8-flash",
                    TimeLimits.DEFAULT);
            try (Models models = Models.of(config, Clock.systemUTC())) {
                assertThat(ask(models)).isInstanceOfSatisfying(Answer.Answered.class,
                        answer -> assertThat(answer.text()).isEqualTo("Here."));
                assertThat(models.models()).extracting(Model::provider).containsExactly("ollama", "gemini");
            }
        }
    }

    @Test
    void withoutAnyServerItSaysHowToGetOne() {
        var config = new ModelsConfig("", "", "https://localhost", null, null, "gemini-3.8-flash", TimeLimits.DEFAULT);
        try (Models models = Models.of(config, Clock.systemUTC())) {
            assertThat(ask(models)).isInstanceOfSatisfying(Answer.Failed.class, answer -> {
                assertThat(answer.failure()).isEqualTo(Failure.NO_MODEL);
                assertThat(answer.sentence()).contains("ollama serve", "gemini.key");
            });
        }
    }

    @Test
    void theKeyIsNotPrinted() {
        var config = new ModelsConfig("", "", "", "very-secret", null, "m", TimeLimits.DEFAULT);

        assertThat(config.toString()).doesNotContain("very-secret");
    }
}
