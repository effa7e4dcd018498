package atelier.generation.setup;

import atelier.generation.TimeLimits;
import org.jspecify.annotations.Nullable;

/// Which model servers there are. An empty address leaves a provider out.
///
/// @param ollamaUrl    such as `http://localhost:11434`
/// @param lmstudioUrl  such as `http://localhost:1234`; any other OpenAI-compatible server will do
/// @param defaultModel local model to ask first, by name or `provider/name`; null for whichever is loaded
public record ModelsConfig(String ollamaUrl, String lmstudioUrl, Cloud gemini, Cloud openAi, Cloud anthropic,
        @Nullable String defaultModel, TimeLimits limits) {
    /// Local servers at their usual addresses, and no cloud.
    public static final ModelsConfig DEFAULT = new ModelsConfig("http://localhost:11434", "http://localhost:1234",
            new Cloud("https://generativelanguage.googleapis.com", null, "gemini-3.8-flash"),
            new Cloud("https://api.openai.com/v1", null, "gpt-6-luna"),
            new Cloud("https://api.anthropic.com", null, "claude-haiku-5-5"), null, TimeLimits.DEFAULT);

    /// A provider in the cloud.
    ///
    /// @param url   such as `https://api.anthropic.com`
    /// @param key   without one it is left out
    /// @param model to ask when none is wished for
    public record Cloud(String url, @Nullable String key, String model) {
        /// None.
        public static final Cloud NONE = new Cloud("", null, "");

        boolean isThere() {
            return !url.isBlank() && key != null && !key.isBlank();
        }

        String plainKey() {
            return key == null ? "" : key.strip();
        }

        /// Without the key, as records are printed into logs.
        @Override
        public String toString() {
            return "Cloud[url=" + url + ", key=" + (key == null ? "none" : "set") + ", model=" + model + "]";
        }
    }
}
