package atelier.generation.local;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Ask;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.ProviderContract;
import atelier.standin.LlamaServerStandIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OpenAiCompatibleProviderTest extends ProviderContract<LlamaServerStandIn> {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    OpenAiCompatibleProviderTest() {
        super(new LlamaServerStandIn(),
                (http, url) -> new OpenAiCompatibleProvider(http, "llama-server", true, url + "/v1/", "a-key"),
                "qwen3-8b-q4_k_m.gguf");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"top_p\":0.75", "\"max_tokens\":777", "\"frequency_penalty\":0.5");
    }

    @Test
    void theModelThatReallyAnsweredIsNamed() {
        Ask plain = ask("Hi");

        Outcome outcome = provider.generate(new Ask("gpt-4", plain.prompt(), plain.onText(), cancellation, LIMIT,
                LIMIT, LIMIT));

        assertThat(((Outcome.Done) outcome).model()).isEqualTo(model());
    }

    @Test
    void aServerThatStillReadsItsModelIsShownLoading() {
        server.isLoading(true);
        assertThat(((Listing.Up) provider.models(LIMIT)).models()).singleElement().satisfies(model -> {
            assertThat(model.state()).isEqualTo(Model.State.LOADING);
            assertThat(model.loaded()).isFalse();
        });

        server.isLoading(false);
        assertThat(((Listing.Up) provider.models(LIMIT)).models()).extracting("state")
                .containsExactly(Model.State.HEALTHY);
    }

    @Test
    void aWishDuringLoadingIsAnsweredWhenTheModelIsThere() throws Exception {
        server.isLoading(true);
        provider.models(LIMIT);
        Future<Outcome> running = inBackground(ask("Hello"));
        Awaitility.await().until(() -> server.requests().stream()
                .filter(request -> request.path().equals("/health")).count() > 2);
        assertThat(server.generations()).isEmpty();

        server.isLoading(false);

        assertThat(running.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theKeyGoesWithEveryRequest() {
        provider.models(LIMIT);
        provider.generate(ask("Hi"));

        assertThat(server.requests()).allSatisfy(
                request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer a-key"));
    }
}
