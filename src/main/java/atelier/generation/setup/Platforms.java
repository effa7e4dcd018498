package atelier.generation.setup;

import atelier.generation.Provider;
import atelier.generation.cloud.AnthropicProvider;
import atelier.generation.cloud.GeminiProvider;
import atelier.generation.cloud.OpenAiProvider;
import atelier.generation.local.LmStudioProvider;
import atelier.generation.local.OllamaProvider;
import atelier.generation.local.OpenAiCompatibleProvider;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.transport.Http;
import org.jspecify.annotations.Nullable;

/// Which provider speaks to which kind of server.
final class Platforms {
    private Platforms() {}

    /// @param key null for none
    /// @throws IllegalArgumentException for what has no server
    static Provider provider(ModelPlatform platform, Http http, String url, @Nullable String key) {
        String given = key == null ? "" : key;
        return switch (platform) {
            case OLLAMA -> new OllamaProvider(http, url, key);
            case LM_STUDIO -> new LmStudioProvider(http, url, key);
            case OPENAI_COMPATIBLE -> new OpenAiCompatibleProvider(http, platform.id(), true, url, key);
            case GEMINI -> new GeminiProvider(http, url, given);
            case OPENAI -> new OpenAiProvider(http, url, given);
            case ANTHROPIC -> new AnthropicProvider(http, url, given);
            case BUILT_IN -> throw new IllegalArgumentException("a built-in model has no server");
        };
    }
}
