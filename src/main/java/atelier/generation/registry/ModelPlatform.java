package atelier.generation.registry;

import java.util.Arrays;
import java.util.Optional;

/// What kind of server a registered model runs on.
public enum ModelPlatform {
    OLLAMA("ollama", "Ollama"), LM_STUDIO("lmstudio", "LM Studio"), OPENAI_COMPATIBLE("openai-compatible",
            "OpenAI-compatible server"), GEMINI("gemini", "Gemini"), OPENAI("openai",
                    "OpenAI"), ANTHROPIC("anthropic", "Anthropic"), BUILT_IN("built-in", "Built in");

    private final String id;
    private final String label;

    ModelPlatform(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /// As commands and the database write it.
    public String id() {
        return id;
    }

    /// As people read it.
    public String label() {
        return label;
    }

    /// Whether a model of it is reached over an address.
    public boolean hasEndpoint() {
        return this != BUILT_IN;
    }

    /// Whether it runs elsewhere wherever its address leads, and wants a key.
    public boolean isCloud() {
        return switch (this) {
            case GEMINI, OPENAI, ANTHROPIC -> true;
            case OLLAMA, LM_STUDIO, OPENAI_COMPATIBLE, BUILT_IN -> false;
        };
    }

    public static Optional<ModelPlatform> named(String id) {
        return Arrays.stream(values()).filter(platform -> platform.id.equalsIgnoreCase(id)).findFirst();
    }
}
