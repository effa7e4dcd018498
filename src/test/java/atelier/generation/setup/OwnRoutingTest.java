package atelier.generation.setup;

import static atelier.generation.setup.Household.ADA;
import static atelier.generation.setup.Household.ADAS;
import static atelier.generation.setup.Household.CHAT;
import static atelier.generation.setup.Household.TEAMS;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.Answer;
import atelier.generation.Failure;
import atelier.generation.OwnModel;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.standin.Fault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose models answer whom.
class OwnRoutingTest {
    private final Household house = new Household();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nearerOwnersAnswerFirstAndTheNextStandsBehind() {
        house.adaHas("My Gemma").teamHas("Our Llama").operatorHas("House Qwen");

        assertThat(house.answered(null, null, true).text()).isEqualTo("Her own words.");
        house.hers.goesDown();
        assertThat(house.answered(null, null, true).text()).isEqualTo("The team's words.");
        house.teams.goesDown();
        assertThat(house.answered(null, null, true).text()).isEqualTo("The operator's words.");
        house.operators.goesDown();
        Answer.Answered configured = house.answered(null, null, true);
        assertThat(configured.text()).isEqualTo("Configured words.");
        assertThat(configured.own()).isNull();
        assertThat(configured.skipped()).extracting(Answer.Skip::candidate).contains("My Gemma", "Our Llama",
                "House Qwen");
    }

    @Test
    void theAnswerSaysWhoseModelItWasAndWhatItsServerCallsIt() {
        house.teamHas("Our Llama");

        Answer.Answered answer = house.answered(null, null, true);

        assertThat(answer.own()).isEqualTo(new OwnModel.Label(OwnModel.Whose.TEAM, "Our Llama"));
        assertThat(answer.model()).isEqualTo("llama3.2:latest");
        assertThat(answer.provider()).isEqualTo("ollama");
        assertThat(answer.local()).isTrue();
        assertThat(answer.costUsd()).isZero();
        assertThat(answer.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Gemma", "my gemma", " MY GEMMA ", "gemma3:4b", "ollama/gemma3:4b", "gemma3"})
    void aModelIsWishedForByItsNameInAnyCaseOrByItsServersName(String wish) {
        house.adaHas("My Gemma").teamHas("Our Llama");

        assertThat(house.answered(wish, null, true).text()).isEqualTo("Her own words.");
    }

    @Test
    void aStrictWishIsAnsweredByNobodyElse() {
        house.adaHas("My Gemma", "Our Llama").teamHas("Our Llama");
        house.hers.goesDown();

        Answer.Failed answer = house.failed("my gemma", true);

        assertThat(answer.failure()).isEqualTo(Failure.UNREACHABLE);
        assertThat(answer.sentence())
                .isEqualTo("“My Gemma” cannot be asked: its server is not there (offline). Start it, or choose another"
                        + " model.");
        assertThat(house.teams.generations()).isEmpty();
    }

    @Test
    void aStrictWishFindsAServerThatCameBackJustNow() {
        house.adaHas("My Gemma");
        house.hers.goesDown();
        house.failed("My Gemma", true);

        house.hers.comesBack();

        assertThat(house.answered("My Gemma", null, true).text()).isEqualTo("Her own words.");
    }

    @Test
    void aModelItsServerNoLongerHasIsToldWithBothNames() {
        house.adaHas("My Gemma");
        house.hers.hasNoModels().hasModel("other:1b");

        Answer.Failed answer = house.failed("My Gemma", true);

        assertThat(answer.failure()).isEqualTo(Failure.MODEL_MISSING);
        assertThat(answer.sentence()).contains("“My Gemma”", "no model “gemma3:4b”");
        assertThat(house.hers.generations()).isEmpty();
    }

    @Test
    void aPreferredModelComesFirstAndAnotherAnswersInItsPlace() {
        house.adaHas("My Gemma").teamHas("Our Llama");

        assertThat(house.answered(null, "our llama", true).text()).isEqualTo("The team's words.");
        house.teams.goesDown();
        Answer.Answered instead = house.answered(null, "our llama", true);
        assertThat(instead.text()).isEqualTo("Her own words.");
        assertThat(instead.skipped()).contains(new Answer.Skip("Our Llama", Failure.UNREACHABLE, "offline"));
    }

    @Test
    void aPreferredConfiguredModelComesBeforeOwnOnes() {
        house.adaHas("My Gemma");

        assertThat(house.answered(null, "ollama/phi4:latest", true).text()).isEqualTo("Configured words.");
        house.configured.goesDown();
        assertThat(house.answered(null, "ollama/phi4:latest", true).text()).isEqualTo("Her own words.");
    }

    @Test
    void fallbacksAreAskedRightBehindTheirModel() {
        house.adaHas("My Gemma", "House Qwen").teamHas("Our Llama").operatorHas("House Qwen");
        house.hers.goesDown();

        Answer.Answered answer = house.answered(null, null, true);

        assertThat(answer.text()).isEqualTo("The operator's words.");
        assertThat(house.teams.generations()).isEmpty();
    }

    @Test
    void fallbacksThatNameOneAnotherEnd() {
        house.adaHas("My Gemma", "Our Llama").teamHas("Our Llama", "My Gemma");
        house.hers.fails(Fault.SERVER_ERROR);
        house.teams.fails(Fault.SERVER_ERROR);

        assertThat(house.answered(null, null, true).text()).isEqualTo("Configured words.");
    }

    @Test
    void theChosenOneIsMeantWhereTwoOwnersUseOneName() {
        house.adaHas("Best").teamHas("Best");
        house.owned.choices.choose(ADA, CHAT, TEAMS, "Best", true);

        assertThat(house.answered("best", null, true).text()).isEqualTo("The team's words.");
        house.owned.choices.leave(ADA, CHAT);
        assertThat(house.answered("best", null, true).text()).isEqualTo("Her own words.");
    }

    @Test
    void aModelOnOnesOwnKeyAnswersThoughTheTierHasNoCloud() {
        house.adaHasGemini("My Gemini", "adas-own-key");

        Answer.Answered answer = house.answered("My Gemini", null, false);

        assertThat(answer.text()).isEqualTo("Cloud words.");
        assertThat(answer.local()).isFalse();
        assertThat(answer.costUsd()).as("to the operator").isZero();
        assertThat(answer.costWords().inEnglish()).endsWith(" on your key");
        assertThat(house.gemini.generations()).singleElement().satisfies(
                request -> assertThat(request.headers()).containsEntry("x-goog-api-key", "adas-own-key"));
    }

    @Test
    void onesOwnKeyIsUsedBeforeTheOperatorsAndAfterEverythingLocal() {
        house.adaHasGemini("My Gemini", "adas-own-key");
        assertThat(house.answered(null, null, true).text()).isEqualTo("Configured words.");
        house.configured.goesDown();

        assertThat(house.answered(null, null, true).own())
                .isEqualTo(new OwnModel.Label(OwnModel.Whose.PERSON, "My Gemini"));
    }

    @Test
    void whoWantsLocalOnlyIsNeverAnsweredOutsideTheHouse() {
        house.adaHasGemini("My Gemini", "adas-own-key");
        house.owned.choices.setLocalOnly(ADA, true);
        house.configured.goesDown();

        assertThat(house.failed(null, false).skipped())
                .contains(new Answer.Skip("My Gemini", Failure.NO_MODEL, "may not be asked"));
        assertThat(house.failed("My Gemini", false).sentence()).contains("“My Gemini” is a cloud model");
        assertThat(house.gemini.requests().stream().filter(request -> request.method().equals("POST"))).isEmpty();
    }

    @Test
    void theOperatorsRegisteredCloudIsAskedOnlyWhereTheCloudIsPaidFor() {
        house.owned.models.add(new Owner.Operator(),
                Household.draft("House Gemini", ModelPlatform.GEMINI, house.gemini.url(), "gemini-3.8-flash"));
        house.owned.keys.keep(new Owner.Operator(), "gemini",
                atelier.generation.registry.Origin.of(house.gemini.url()),
                atelier.secret.SecretText.of("operators-key"));

        assertThat(house.failed("House Gemini", false).failure()).isEqualTo(Failure.NO_MODEL);
        assertThat(house.answered("House Gemini", null, true).costUsd()).isPositive();
    }

    @Test
    void theOwnersParametersReachTheServerAndNoOtherModel() {
        house.owned.models.add(ADAS, new ModelDraft("My Gemma", ModelPlatform.OLLAMA, house.hers.url(), "gemma3:4b",
                new Parameters(1.5, 0.6, 321, -0.5), List.of()));
        house.hers.failsOnce(Fault.BAD_REQUEST);

        house.answered(null, null, false);

        assertThat(house.hers.generations().getFirst().body().replaceAll("\\s", "")).contains("\"temperature\":1.5",
                "\"top_p\":0.6", "\"num_predict\":321", "\"frequency_penalty\":-0.5");
        assertThat(house.configured.generations().getFirst().body()).doesNotContain("top_p", "321", "penalty");
    }

    @Test
    void noMoreThanTwoModelsOfOneServerAreTried() {
        for (int i = 0; i < 5; i++) {
            house.hers.hasModel("m" + i);
            house.owned.models.add(ADAS,
                    Household.draft("Mine " + i, ModelPlatform.OLLAMA, house.hers.url(), "m" + i));
        }
        house.hers.fails(Fault.BAD_REQUEST);

        assertThat(house.answered(null, null, false).text()).isEqualTo("Configured words.");
        assertThat(house.hers.generations()).hasSize(2);
    }

    @Test
    void manySilentServersAreLookedAtSideBySideAndOnceOnly() {
        house.hers.goesDown();
        for (int i = 0; i < 40; i++) {
            house.owned.models.add(ADAS,
                    Household.draft("Mine " + i, ModelPlatform.OLLAMA, house.hers.url() + "/" + i, "m"));
        }

        Answer.Answered answer = house.answered(null, null, false);

        assertThat(answer.text()).isEqualTo("Configured words.");
        assertThat(answer.skipped()).hasSize(16);
    }
}
