package atelier.generation.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({"OLLAMA,localhost:11434,http://localhost:11434", "OLLAMA, http://gpu:11434/ ,http://gpu:11434",
            "OLLAMA,http://gpu:11434/api/tags,http://gpu:11434", "OLLAMA,http://gpu:11434/v1,http://gpu:11434",
            "OLLAMA,192.168.1.20:11434,http://192.168.1.20:11434", "OLLAMA,gpu.example.org,https://gpu.example.org",
            "LM_STUDIO,http://localhost:1234/v1/chat/completions,http://localhost:1234",
            "LM_STUDIO,http://localhost:1234/api/v0/models,http://localhost:1234",
            "OPENAI_COMPATIBLE,https://api.example.org/openai/v1/chat/completions,https://api.example.org/openai/v1",
            "OPENAI_COMPATIBLE,nas.local:8080,http://nas.local:8080/v1",
            "OPENAI_COMPATIBLE,<https://api.example.org>,https://api.example.org/v1",
            "OPENAI,https://api.openai.com,https://api.openai.com/v1",
            "GEMINI,https://generativelanguage.googleapis.com/v1beta/models,https://generativelanguage.googleapis.com",
            "ANTHROPIC,https://api.anthropic.com/v1/messages,https://api.anthropic.com",
            "OPENAI,https://host/v1?key=x,https://host/v1?key=x"})
    void whatPeoplePasteBecomesTheAddressOfTheServer(ModelPlatform platform, String typed, String kept) {
        assertThat(Endpoints.tidy(platform, typed)).isEqualTo(kept);
        assertThat(Endpoints.tidy(platform, kept)).as("again").isEqualTo(kept);
    }

    @Test
    void usualAddressesAreTidyAlready() {
        for (var platform : ModelPlatform.values()) {
            Endpoints.usual(platform)
                    .ifPresent(usual -> assertThat(Endpoints.tidy(platform, usual)).isEqualTo(usual));
        }
    }
}
