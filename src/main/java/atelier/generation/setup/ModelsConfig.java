package atelier.generation.setup;

import atelier.generation.TimeLimits;
import org.jspecify.annotations.Nullable;

/// Which model servers there are. An empty address leaves a provider out.
///
/// @param ollamaUrl    such as `http://localhost:11434`
/// @param lmstudioUrl  such as `http://localhost:1234`; any other OpenAI-compatible server will do
/// @param geminiUrl    such as `https://generativelanguage.googleapis.com`
/// @param geminiKey    without one, Gemini is left out
/// @param defaultModel local model to ask first, by name or `provider/name`; null for whichever is loaded
/// @param geminiModel  Gemini's model to ask when none is wished for
public record ModelsConfig(String ollamaUrl, String lmstudioUrl, String geminiUrl, @Nullable String geminiKey,
        @Nullable String defaultModel, String geminiModel, TimeLimits limits) {
    /// Local servers at their usual addresses, and no cloud.
    public static final ModelsConfig DEFAULT = new ModelsConfig("http://localhost:11434", "http://localhost:1234",
            "https://generativelanguage.googleapis.com", null, null, "gemini-3.8-flash", TimeLimits.DEFAULT);

    /// Without the key, as records are printed into logs.
    @Override
    public String toString() {
        return "ModelsConfig[ollama=" + ollamaUrl + ", lmstudio=" + lmstudioUrl + ", gemini=" + geminiUrl + ", key="
                + (geminiKey == null ? "none" : "set") + ", default=" + defaultModel + ", geminiModel=" + geminiModel
                + ", limits=" + limits + "]";
    }
}
