package atelier.generation.setup;

import atelier.generation.CachingRouter;
import atelier.generation.Health;
import atelier.generation.LocalFirstRouter;
import atelier.generation.Model;
import atelier.generation.Oversight;
import atelier.generation.Prices;
import atelier.generation.Provider;
import atelier.generation.Router;
import atelier.generation.cloud.AnthropicProvider;
import atelier.generation.cloud.GeminiProvider;
import atelier.generation.cloud.OpenAiProvider;
import atelier.generation.local.LmStudioProvider;
import atelier.generation.local.OllamaProvider;
import atelier.generation.transport.Http;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The model servers of one running Atelier, ready to use. Closing ends their connections and the listing.
public final class Models implements AutoCloseable {
    private final Http http;
    private final Health health;
    private final CachingRouter caching;

    private Models(Http http, Health health, CachingRouter caching) {
        this.http = http;
        this.health = health;
        this.caching = caching;
    }

    /// Does not wait for any server; listing them begins on a thread of its own.
    ///
    /// @throws IllegalArgumentException when an address is none
    public static Models of(ModelsConfig config, Clock clock) {
        return of(config, Health.PERIOD, Oversight.NONE, clock);
    }

    /// @param period how often servers are listed
    public static Models of(ModelsConfig config, Duration period, Clock clock) {
        return of(config, period, Oversight.NONE, clock);
    }

    /// @param period    how often servers are listed
    /// @param oversight who pays, advises and listens
    public static Models of(ModelsConfig config, Duration period, Oversight oversight, Clock clock) {
        var http = new Http(config.limits().connect());
        List<Provider> providers = new ArrayList<>();
        if (!config.ollamaUrl().isBlank()) {
            providers.add(new OllamaProvider(http, address("ollama.url", config.ollamaUrl())));
        }
        if (!config.lmstudioUrl().isBlank()) {
            providers.add(new LmStudioProvider(http, address("lmstudio.url", config.lmstudioUrl())));
        }
        providers.addAll(clouds(config, http));
        var health = new Health(providers, clock, period);
        var asking = new LocalFirstRouter(providers, health, config.defaultModel(),
                Map.of("gemini", config.gemini().model(), "openai", config.openAi().model(), "anthropic",
                        config.anthropic().model()),
                config.limits(), Prices.bundled(), oversight, clock);
        health.start();
        var caching = new CachingRouter(asking, health::known, CachingRouter.BYTES, clock);
        return new Models(http, health, caching);
    }

    private static List<Provider> clouds(ModelsConfig config, Http http) {
        List<Provider> clouds = new ArrayList<>();
        if (config.gemini().isThere()) {
            clouds.add(new GeminiProvider(http, address("gemini.url", config.gemini().url()),
                    config.gemini().plainKey()));
        }
        if (config.openAi().isThere()) {
            clouds.add(new OpenAiProvider(http, address("openai.url", config.openAi().url()),
                    config.openAi().plainKey()));
        }
        if (config.anthropic().isThere()) {
            clouds.add(new AnthropicProvider(http, address("anthropic.url", config.anthropic().url()),
                    config.anthropic().plainKey()));
        }
        return clouds;
    }

    private static String address(String key, String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return text.strip();
            }
        } catch (URISyntaxException e) {
            // Told below, like an address of another kind.
        }
        throw new IllegalArgumentException(key + " is “" + text + "”, which is no address like http://localhost:11434");
    }

    public Router router() {
        return caching;
    }

    /// Forgets the answers kept of a person.
    public void forget(long account) {
        caching.forget(account);
    }

    public Health health() {
        return health;
    }

    /// All models with their states, the local ones first; looks at the servers first if that has not happened yet.
    public List<Model> models() {
        return health.models();
    }

    /// The same as far as they have been listed already: never waits for a server.
    public List<Model> known() {
        return health.known();
    }

    @Override
    public void close() {
        health.close();
        http.close();
    }
}
