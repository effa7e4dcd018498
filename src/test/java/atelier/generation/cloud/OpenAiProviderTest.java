package atelier.generation.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.ProviderContract;
import atelier.generation.Trouble;
import atelier.standin.Fault;
import atelier.standin.OpenAiStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderTest extends ProviderContract<OpenAiStandIn> {
    OpenAiProviderTest() {
        super(new OpenAiStandIn(), (http, url) -> new OpenAiProvider(http, url + "/v1", "a-key"), "gpt-4.1-mini");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"top_p\":0.75", "\"max_completion_tokens\":777",
                "\"frequency_penalty\":0.5");
    }

    @Override
    protected int listedContext() {
        return 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.4-mini", "gpt-6-luna", "gpt-6.2-sol"})
    void modelsThatThinkFirstGetNothingTheyRefuse(String model) {
        Ask plain = ask("Hi");
        var prompt = new Prompt("", plain.prompt().turns(), new Prompt.Sampling(0.25, 0.75, 777, 0.5), null);

        Outcome outcome = provider.generate(new Ask(model, prompt, plain.onText(), cancellation, plain.firstToken(),
                plain.idle(), plain.total()));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(server.generations().getFirst().body().replaceAll("\\s", ""))
                .contains("\"max_completion_tokens\":777")
                .doesNotContain("\"max_tokens\"", "temperature", "top_p", "penalty");
    }

    @Test
    void tokensFromTheCacheAreToldApart() {
        server.counts(2000, 9).countsCached(1536);

        assertThat(provider.generate(ask("Hi"))).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.inputTokens()).isEqualTo(2000);
            assertThat(done.cachedTokens()).isEqualTo(1536);
        });
    }

    @Test
    void aUsedUpCreditIsNotWorthASecondTry() {
        server.fails(Fault.QUOTA_USED_UP);

        assertThat(troubleOf(provider.generate(ask("Hi"))))
                .isEqualTo(Trouble.lasting(Failure.RATE_LIMITED, "credit used up"));
    }

    @Test
    void aRefusedKeyIsNotRepeatedInTheReason() {
        server.fails(Fault.UNAUTHORIZED);

        assertThat(troubleOf(provider.generate(ask("Hi"))).reason()).isEqualTo("key refused");
    }

    @Test
    void refusedContentIsBlocked() {
        server.fails(Fault.BLOCKED);

        assertThat(troubleOf(provider.generate(ask("Hi"))).failure()).isEqualTo(Failure.BLOCKED);
    }

    @Test
    void theKeyTravelsAsABearer() {
        provider.generate(ask("Hi"));

        assertThat(server.generations()).singleElement()
                .satisfies(request -> assertThat(request.headers()).containsEntry("Authorization", "Bearer a-key"));
    }

    @Test
    void listsWhatSpeaksThisProtocolOnly() {
        List.of("gpt-image-2", "gpt-6-luna", "gpt-realtime", "whisper-1", "text-embedding-3-small", "gpt-6-codex")
                .forEach(server::hasModel);

        assertThat(((atelier.generation.Listing.Up) provider.models(java.time.Duration.ofSeconds(20))).models())
                .extracting("name").containsExactlyInAnyOrder("gpt-4.1-mini", "gpt-6-luna");
    }
}
