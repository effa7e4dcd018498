package atelier.generation.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Outcome;
import atelier.generation.ProviderContract;
import atelier.standin.Fault;
import atelier.standin.GeminiStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeminiProviderTest extends ProviderContract<GeminiStandIn> {
    GeminiProviderTest() {
        super(new GeminiStandIn(), (http, url) -> new GeminiProvider(http, url, "a-key"), "gemini-3.8-flash");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"topP\":0.75", "\"maxOutputTokens\":777", "\"frequencyPenalty\":0.5");
    }

    @Test
    void thoughtsAreCountedAsTheyArePaidFor() {
        server.countsThoughts(100).answers("Yes.").counts(10, 2);

        Outcome outcome = provider.generate(ask("Really?"));

        assertThat(((Outcome.Done) outcome).outputTokens()).isEqualTo(102);
    }

    @Test
    void tokensFromTheCacheAreToldApart() {
        server.counts(2000, 9).countsCached(1536);

        assertThat(((Outcome.Done) provider.generate(ask("Hi"))).cachedTokens()).isEqualTo(1536);
    }

    @Test
    void theKeyTravelsInTheHeaderOnly() {
        provider.generate(ask("Hi"));

        assertThat(server.generations()).singleElement().satisfies(request -> {
            assertThat(request.headers()).containsEntry("x-goog-api-key", "a-key");
            assertThat(request.path()).isEqualTo("/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse");
        });
    }

    @Test
    void aUsedUpDailyQuotaIsNotWorthASecondTry() {
        server.fails(Fault.QUOTA_USED_UP);

        assertThat(troubleOf(provider.generate(ask("Hi"))).passing()).isFalse();
    }

    @Test
    void aNameThatIsNoNameNeverBecomesPartOfAnAddress() {
        var ask = ask("Hi");

        Outcome outcome = provider
                .generate(new Ask("../v1/x y:delete?a=", ask.prompt(), ask.onText(), ask.cancellation(),
                        ask.firstToken(), ask.idle(), ask.total()));

        assertThat(troubleOf(outcome).failure()).isEqualTo(Failure.MODEL_MISSING);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "PROMPT_BLOCKED"})
    void refusedContentIsBlocked(Fault fault) {
        server.fails(fault);

        assertThat(troubleOf(provider.generate(ask("Hi"))).failure()).isEqualTo(Failure.BLOCKED);
    }
}
