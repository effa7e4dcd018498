package atelier.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.chat.UserFacingException;
import atelier.engine.model.RegistryRequest.Add;
import atelier.engine.model.RegistryRequest.For;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Parameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read from the words behind `/model`.
class RegistryRequestTest {
    private static RegistryRequest of(String words) {
        return RegistryRequest.of(words).orElseThrow();
    }

    @Test
    void aModelIsAddedStepByStepOrInOneGo() {
        assertThat(of("add")).isEqualTo(new Add(For.ME, null, null, null, null));
        assertThat(of("add a model")).isEqualTo(new Add(For.ME, null, null, null, null));
        assertThat(of("add LM-Studio")).isEqualTo(new Add(For.ME, ModelPlatform.LM_STUDIO, null, null, null));
        assertThat(of("add ollama http://pi:11434 llama3.2:latest as “My Llama”")).isEqualTo(
                new Add(For.ME, ModelPlatform.OLLAMA, "http://pi:11434", "llama3.2:latest", "My Llama"));
        assertThat(of("add for team openai-compatible http://pi:8080/v1")).isEqualTo(
                new Add(For.TEAM, ModelPlatform.OPENAI_COMPATIBLE, "http://pi:8080/v1", null, null));
        assertThat(of("add everyone gemini")).isEqualTo(new Add(For.EVERYONE, ModelPlatform.GEMINI, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/model add", "/model add ollama", "/model add for team lmstudio http://pi:1234",
            "/model add ollama http://pi:11434 llama3 as My Llama"})
    void whatWasSaidSoFarCanBeSaidAgain(String words) {
        var read = (Add) of(words.substring("/model ".length()));

        assertThat(read.words()).isEqualTo(words);
    }

    @Test
    void namesAreTakenAsTheyAreWritten() {
        assertThat(of("rename My Llama to Big Llama")).isEqualTo(new RegistryRequest.Rename("My Llama", "Big Llama"));
        assertThat(of("remove the model My Llama")).isEqualTo(new RegistryRequest.Remove("My Llama"));
        assertThat(of("favourite My Llama")).isEqualTo(new RegistryRequest.Favour("My Llama", true));
        assertThat(of("unfavorite My Llama")).isEqualTo(new RegistryRequest.Favour("My Llama", false));
        assertThat(of("fallbacks My Llama: Gemma, Qwen 3")).isEqualTo(
                new RegistryRequest.FallBack("My Llama", List.of("Gemma", "Qwen 3")));
        assertThat(of("fallbacks My Llama: none")).isEqualTo(new RegistryRequest.FallBack("My Llama", List.of()));
    }

    @Test
    void parametersAreSetOneOrSeveralAtATime() {
        assertThat(of("set My Llama temperature 0.7 top-p=0.9, max tokens 2000 frequency-penalty −1")).isEqualTo(
                new RegistryRequest.Tune("My Llama", new Parameters(0.7, 0.9, 2000, -1.0), false));
        assertThat(of("set My Llama = temperature 0.7")).isEqualTo(
                new RegistryRequest.Tune("My Llama", new Parameters(0.7, null, null, null), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set My Llama temperature 3", "set My Llama top-p 2", "set My Llama max-tokens 0",
            "set My Llama temperature hot", "set My Llama temperature NaN", "set My Llama max-tokens 1e99"})
    void whatIsOutOfRangeIsRefusedWithTheRange(String words) {
        assertThatThrownBy(() -> of(words)).isInstanceOf(UserFacingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "use llama3", "local-only on", "which model answers?"})
    void otherWordsAreNotAboutOwnModels(String words) {
        assertThat(RegistryRequest.of(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rename", "rename llama", "remove", "set llama", "fallbacks"})
    void halfASentenceIsUnclear(String words) {
        assertThat(of(words)).isInstanceOf(RegistryRequest.Unclear.class);
    }
}
