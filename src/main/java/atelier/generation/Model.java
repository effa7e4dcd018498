package atelier.generation;

/// A model somebody could ask, as its server listed it.
///
/// @param name          as the server calls it, such as `llama3.2:latest`
/// @param provider      id of the provider, such as `ollama`
/// @param local         whether it runs on the owner's own machines
/// @param loaded        whether it can answer without being loaded first; cloud models always can
/// @param contextTokens longest prompt and answer together, in tokens; 0 when the server does not say
/// @param state         as last seen
/// @param latencyMs     milliseconds the listing took
public record Model(String name, String provider, boolean local, boolean loaded, int contextTokens, State state,
        long latencyMs) {
    /// What a person can expect when asking.
    public enum State {
        /// Answers.
        HEALTHY,
        /// Is being brought into memory.
        LOADING,
        /// Turned the last wish away because of others.
        BUSY,
        /// Its server does not answer.
        OFFLINE
    }

    /// How people and wishes name it: `ollama/llama3.2:latest`.
    public String id() {
        return provider + "/" + name;
    }

    public Model with(State changed) {
        return new Model(name, provider, local, loaded, contextTokens, changed, latencyMs);
    }
}
