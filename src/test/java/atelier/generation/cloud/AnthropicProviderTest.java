package atelier.generation.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.Prompt.Turn;
import atelier.generation.ProviderContract;
import atelier.generation.Trouble;
import atelier.standin.AnthropicStandIn;
import atelier.standin.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicProviderTest extends ProviderContract<AnthropicStandIn> {
    AnthropicProviderTest() {
        super(new AnthropicStandIn(), (http, url) -> new AnthropicProvider(http, url, "a-key"), "claude-haiku-4-5");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"max_tokens\":777");
    }

    private Outcome asking(String model, Prompt.Sampling sampling, Turn... turns) {
        Ask plain = ask("Hi");
        return provider.generate(new Ask(model, new Prompt("", List.of(turns), sampling, null), plain.onText(),
                cancellation, plain.firstToken(), plain.idle(), plain.total()));
    }

    private String sent() {
        return server.generations().getFirst().body().replaceAll("\\s", "");
    }

    @Test
    void theNewestModelsGetNoTemperature() {
        Outcome outcome = asking("claude-haiku-5-5", new Prompt.Sampling(0.25, 0.75, null, 0.5),
                new Turn(Turn.Role.PERSON, "Hi"));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(sent()).doesNotContain("temperature", "top_p", "penalty", "thinking")
                .contains("\"max_tokens\":8192");
    }

    @Test
    void topPIsSentOnlyWhereNoTemperatureIs() {
        asking("claude-haiku-4-5", new Prompt.Sampling(null, 0.75, null, 0.5), new Turn(Turn.Role.PERSON, "Hi"));
        assertThat(sent()).contains("\"top_p\":0.75").doesNotContain("temperature", "penalty");
    }

    @Test
    void temperaturesEndAtOne() {
        asking("claude-haiku-4-5", new Prompt.Sampling(1.8, null), new Turn(Turn.Role.PERSON, "Hi"));

        assertThat(sent()).contains("\"temperature\":1.0");
    }

    @Test
    void aConversationThatBeginsOrEndsWithTheModelIsStillTaken() {
        assertThat(asking("claude-haiku-5-5", Prompt.Sampling.DEFAULT, new Turn(Turn.Role.ASSISTANT, "Well"),
                new Turn(Turn.Role.PERSON, "Yes?"), new Turn(Turn.Role.ASSISTANT, "So")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(sent()).containsSubsequence("Well", "Yes?", "So");
    }

    @Test
    void tokensFromTheCacheArePartOfTheInput() {
        server.counts(2000, 9).countsCached(1536);

        assertThat(provider.generate(ask("Hi"))).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.inputTokens()).isEqualTo(2000);
            assertThat(done.cachedTokens()).isEqualTo(1536);
            assertThat(done.outputTokens()).isEqualTo(9);
        });
    }

    @Test
    void overloadIsWorthASecondTry() {
        server.fails(Fault.BUSY);
        assertThat(troubleOf(provider.generate(ask("Hi")))).isEqualTo(Trouble.passing(Failure.SERVER_ERROR, "busy"));

        server.fails(Fault.ERROR_MID_STREAM);
        assertThat(troubleOf(provider.generate(ask("Hi")))).isEqualTo(Trouble.passing(Failure.SERVER_ERROR, "busy"));
    }

    @Test
    void aUsedUpCreditIsNotWorthASecondTry() {
        server.fails(Fault.QUOTA_USED_UP);

        assertThat(troubleOf(provider.generate(ask("Hi"))))
                .isEqualTo(Trouble.lasting(Failure.RATE_LIMITED, "credit used up"));
    }

    @Test
    void refusedContentIsBlocked() {
        server.fails(Fault.BLOCKED);

        assertThat(troubleOf(provider.generate(ask("Hi"))).failure()).isEqualTo(Failure.BLOCKED);
    }

    @Test
    void theKeyTravelsInItsHeader() {
        provider.generate(ask("Hi"));

        assertThat(server.generations()).singleElement().satisfies(request -> assertThat(request.headers())
                .containsEntry("x-api-key", "a-key").containsEntry("anthropic-version", "2023-06-01"));
    }
}
