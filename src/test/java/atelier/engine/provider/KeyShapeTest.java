package atelier.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.registry.Origin;
import atelier.language.Sentence;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyShapeTest {
    private static final Origin PROXY = Origin.of("http://localhost:4000");

    private static Origin own(Known provider) {
        return Origin.of("https://" + provider.host);
    }

    private static String said(Optional<Sentence> complaint) {
        return complaint.orElseThrow().inEnglish();
    }

    @ParameterizedTest
    @CsvSource({"GEMINI, AIza, SyB7-q2_wErTyUiOpAsDfGhJkLzXcVbNm12", "GEMINI, AQ., Ab8RN6Kabcdefghijklmnopqrstuvwxyz",
            "OPENAI, sk-, proj-abcdefghijklmnopqrstuvwxyz0123456789",
            "ANTHROPIC, sk-ant-, api03-abcdefghijklmnopqrstuvwxyz"})
    void eachProvidersKeysAreTaken(Known provider, String start, String rest) {
        assertThat(KeyShape.complaint(provider, start + rest, own(provider))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GEMINI, AIza, SyB7-q2_wErTyUiOpAsDfGhJkLzXcVb", "GEMINI, my, own-key-of-some-length-0123456789",
            "OPENAI, sk-, short"})
    void aKeyOfWhichAPartIsMissingIsNoticed(Known provider, String start, String rest) {
        assertThat(said(KeyShape.complaint(provider, start + rest, own(provider))))
                .contains("does not look like a key of " + provider.title).doesNotContain(rest);
    }

    @Test
    void aKeyOfAnotherProviderIsToldApart() {
        assertThat(said(
                KeyShape.complaint(Known.OPENAI, "sk-ant-" + "api03-abcdefghijklmnopqrstuvwxyz", own(Known.OPENAI))))
                .contains("a key of Anthropic, not of OpenAI");
    }

    @Test
    void aKeyIsFoundAmongWordsAndAStyleOfAWebPageIsNone() {
        assertThat(Known.isKeyIn("here it is: sk-" + "proj-abc0123456789defghijk, thanks")).isTrue();
        assertThat(Known.isKeyIn("make the sk-loading-indicator-component blue")).isFalse();
    }

    @Test
    void aServerOfOnesOwnHasKeysOfItsOwnShape() {
        assertThat(KeyShape.complaint(Known.OPENAI, "team-key-0123456789", PROXY)).isEmpty();
        assertThat(KeyShape.complaint(Known.OPENAI, "short", PROXY)).isPresent();
    }
}
