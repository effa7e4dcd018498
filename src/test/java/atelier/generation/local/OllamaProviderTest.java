package atelier.generation.local;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.ProviderContract;
import atelier.standin.OllamaStandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaProviderTest extends ProviderContract<OllamaStandIn> {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    OllamaProviderTest() {
        super(new OllamaStandIn(), (http, url) -> new OllamaProvider(http, url + "/"), "llama3.2:latest");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"top_p\":0.75", "\"num_predict\":777", "\"frequency_penalty\":0.5");
    }

    @Test
    void asksForAContextThatHoldsThePromptAndTheAnswer() {
        provider.models(LIMIT);

        provider.generate(ask("word ".repeat(4_000)));

        assertThat(server.generations().getFirst().body().replaceAll("\\s", "")).contains("\"num_ctx\":16384",
                "\"keep_alive\":900");
    }

    @Test
    void aPromptLongerThanTheModelIsRefusedRatherThanCut() {
        provider.models(LIMIT);

        Outcome outcome = provider.generate(ask("word ".repeat(100_000)));

        assertThat(troubleOf(outcome).failure()).isEqualTo(Failure.TOO_LONG);
        assertThat(troubleOf(outcome).reason()).contains("32768 tokens");
        assertThat(server.generations()).isEmpty();
    }

    @Test
    void aPromptThatTheServerCutIsNoticed() {
        server.hasModel(model(), true, 8192).counts(2051, 5);
        provider.models(LIMIT);

        Outcome outcome = provider.generate(ask("word ".repeat(9_000)));

        assertThat(troubleOf(outcome).failure()).isEqualTo(Failure.TOO_LONG);
    }

    @Test
    void aLoadedContextIsKeptWhileItSuffices() {
        provider.models(LIMIT);

        var brief = new Prompt("", Prompt.of("", "Hi").turns(), new Prompt.Sampling(null, 500), null);
        provider.generate(ask(brief, LIMIT, LIMIT, LIMIT));

        // The stand-in says 4096 is loaded: enough for two letters and a short answer.
        assertThat(server.generations().getFirst().body().replaceAll("\\s", "")).contains("\"num_ctx\":4096");
    }

    @Test
    void modelsOnlyPassedOnToACloudAreNotLocal() {
        server.hasModel("gpt-oss:120b-cloud");

        assertThat(((Listing.Up) provider.models(LIMIT)).models()).extracting("name").containsExactly(model());
    }

    @Test
    void loadingAsksForTheSameContextAsTheAnswer() {
        server.hasModel(model(), false, 32768);
        provider.models(LIMIT);

        assertThat(provider.load(ask("Hi"))).isTrue();
        provider.generate(ask("Hi"));

        assertThat(server.requests().stream().filter(request -> request.method().equals("POST"))).hasSize(2)
                .allMatch(request -> request.body().replaceAll("\\s", "").contains("\"num_ctx\":8192"));
    }
}
