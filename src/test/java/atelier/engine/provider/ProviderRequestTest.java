package atelier.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.provider.ProviderRequest.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"look", "add gemini", "replace openai for team", "remove anthropic for team TELEGRAM:-42:7",
            "remove openai at https://api.example.org:443", "try gemini"})
    void theWordsOfARequestMeanTheSameAgain(String words) {
        assertThat(ProviderRequest.of(words).words()).isEqualTo(words);
    }

    @Test
    void whatHasNoMeaningIsKeptApart() {
        var request = ProviderRequest.of("add gemini for our team one two");

        assertThat(request).isEqualTo(new ProviderRequest(Verb.ADD, "gemini", "", null, "one two"));
        assertThat(request.words()).isEqualTo("add gemini for team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "add gemini AIzaSy", "remove gemini", "list", "add gemini for team TELEGRAM:1"})
    void onlyWholeWishesForAKeyOpenAForm(String words) {
        assertThat(ProviderRequest.isAskingForKey(words)).isFalse();
        assertThat(ProviderRequest.isAskingForKey(" Add  Gemini for team ")).isTrue();
    }
}
