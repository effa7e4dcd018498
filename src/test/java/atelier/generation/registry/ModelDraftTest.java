package atelier.generation.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.chat.UserFacingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelDraftTest {
    @Test
    void numbersAreTakenUpToTheirLimitsAndRefusedBeyond() {
        assertThat(new Parameters(0.0, 0.0, 1, -2.0)).isNotEqualTo(new Parameters(2.0, 1.0, 100_000, 2.0));

        refused("temperature", () -> new Parameters(2.01, null, null, null));
        refused("temperature", () -> new Parameters(-0.1, null, null, null));
        refused("temperature", () -> new Parameters(Double.NaN, null, null, null));
        refused("Top-p", () -> new Parameters(null, 1.1, null, null));
        refused("Max tokens", () -> new Parameters(null, null, 0, null));
        refused("Max tokens", () -> new Parameters(null, null, 100_001, null));
        refused("frequency penalty", () -> new Parameters(null, null, null, -2.5));
    }

    @Test
    void namesArePlain() {
        for (var name : List.of("", "  ", "a".repeat(41), "two\nlines", "\u202Eevil", "<b>", "@everyone")) {
            refused("name", () -> draft(name, ModelPlatform.BUILT_IN, null, List.of()));
        }
        assertThat(draft(" qwen3:8b ", ModelPlatform.BUILT_IN, "ignored", List.of()).name()).isEqualTo("qwen3:8b");
    }

    @Test
    void anAddressHoldsNoKeyAndIsOne() {
        for (var address : List.of("", "localhost:11434", "ftp://host", "file:///etc/passwd", "http://")) {
            refused("address", () -> draft("m", ModelPlatform.OLLAMA, address, List.of()));
        }
        refused("address", () -> draft("m", ModelPlatform.OLLAMA, null, List.of()));
        for (var address : List.of("https://me:secret@host", "https://host/v1?key=secret", "https://host/#secret")) {
            refused("key is entered on its own", () -> draft("m", ModelPlatform.OPENAI, address, List.of()));
        }
    }

    @Test
    void fallbacksAreFewAndOthers() {
        refused("fallbacks", () -> draft("m", ModelPlatform.BUILT_IN, null, List.of("M")));
        refused("fallbacks", () -> draft("m", ModelPlatform.BUILT_IN, null, List.of("a", "A")));
        refused("fallbacks", () -> draft("m", ModelPlatform.BUILT_IN, null, List.of("a", "b", "c", "d", "e", "f")));
    }

    @Test
    void aPlaceIsSchemeHostAndPort() {
        assertThat(Origin.of("HTTPS://Api.Example.org/v1")).isEqualTo(Origin.of("https://api.example.org:443"))
                .isNotEqualTo(Origin.of("http://api.example.org:443"))
                .isNotEqualTo(Origin.of("https://api.example.org:8443"))
                .isNotEqualTo(Origin.of("https://api.example.org.evil.example"));
        for (var address : List.of("http://localhost:11434", "https://[::1]/x")) {
            assertThat(Origin.of(Origin.of(address).toString())).isEqualTo(Origin.of(address));
        }
    }

    private static ModelDraft draft(String name, ModelPlatform platform,
            @Nullable String endpoint,
            List<String> fallbacks) {
        return new ModelDraft(name, platform, endpoint, "some-model", Parameters.USUAL, fallbacks);
    }

    private static void refused(String about, Runnable making) {
        assertThatThrownBy(making::run).isInstanceOf(UserFacingException.class).hasMessageContaining(about);
    }
}
