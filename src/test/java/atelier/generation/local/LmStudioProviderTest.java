package atelier.generation.local;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Outcome;
import atelier.generation.ProviderContract;
import atelier.generation.Trouble;
import atelier.standin.Fault;
import atelier.standin.LmStudioStandIn;
import atelier.standin.OllamaStandIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LmStudioProviderTest extends ProviderContract<LmStudioStandIn> {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    LmStudioProviderTest() {
        super(new LmStudioStandIn(), (http, url) -> new LmStudioProvider(http, url + "/v1"), "qwen/qwen3-8b");
    }

    @Override
    protected List<String> samplingOnTheWire() {
        return List.of("\"temperature\":0.25", "\"top_p\":0.75", "\"max_tokens\":777", "\"frequency_penalty\":0.5");
    }

    @Test
    void olderVersionsAreListedByTheOlderPath() {
        try (var older = new LmStudioStandIn(true)) {
            older.hasModel("warm").hasModel("cold", false, 4096);

            Listing listing = new LmStudioProvider(http, older.url()).models(LIMIT);

            assertThat(((Listing.Up) listing).models()).extracting("name", "loaded")
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("warm", true),
                            org.assertj.core.groups.Tuple.tuple("cold", false));
        }
    }

    @Test
    void anotherServerIsNotTakenForIt() {
        try (var other = new OllamaStandIn()) {
            assertThat(new LmStudioProvider(http, other.url()).models(LIMIT)).isInstanceOf(Listing.Down.class);
        }
    }

    @Test
    void errorsThatAreMereStringsAreUnderstood() {
        server.fails(Fault.BAD_REQUEST);

        assertThat(troubleOf(provider.generate(ask("Hi"))).reason()).contains("must be 'json_schema' or 'text'");
    }

    @Test
    void withoutALoadedModelItSaysSo() {
        server.fails(Fault.MODEL_MISSING);

        assertThat(troubleOf(provider.generate(ask("Hi"))).reason()).isEqualTo("no model loaded");
    }

    @Test
    void refusedContentIsBlocked() {
        server.fails(Fault.BLOCKED);

        Outcome outcome = provider.generate(ask("Hi"));

        assertThat(troubleOf(outcome).failure()).isEqualTo(Failure.BLOCKED);
    }

    @Test
    void anotherModelThatAnswersInItsPlaceIsNoticedBeforeAnythingIsShown() {
        server.answersAs("google/gemma-3").hasModel("google/gemma-3");
        provider.models(LIMIT);

        assertThat(troubleOf(provider.generate(ask("Hi"))))
                .isEqualTo(Trouble.lasting(Failure.INVALID, "another model answered"));
        assertThat(shown).isEmpty();
    }

    @Test
    void aModelThatAnswersUnderANameNobodyListedIsBelieved() {
        server.answersAs("my-own-name-for-it");
        provider.models(LIMIT);

        assertThat(provider.generate(ask("Hi"))).isInstanceOfSatisfying(Outcome.Done.class,
                done -> assertThat(done.model()).isEqualTo("my-own-name-for-it"));
    }

    @Test
    void loadsAModelWithoutGenerating() {
        server.hasModel(model(), false, 4096);

        assertThat(provider.load(ask("Hi"))).isTrue();

        assertThat(server.generations()).isEmpty();
        assertThat(((Listing.Up) provider.models(LIMIT)).models().getFirst().loaded()).isTrue();
    }
}
