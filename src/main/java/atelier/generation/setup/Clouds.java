package atelier.generation.setup;

import atelier.generation.Listing;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.transport.Http;
import atelier.secret.SecretText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cloud providers people may bring keys of their own for, at the addresses the operator configured. Closing ends the
/// connections.
public final class Clouds implements AutoCloseable {
    private final Http http;
    private final Map<String, String> urls = new LinkedHashMap<>();

    private Clouds(Http http, ModelsConfig config) {
        this.http = http;
        offer("gemini", config.gemini());
        offer("openai", config.openAi());
        offer("anthropic", config.anthropic());
    }

    private void offer(String name, ModelsConfig.Cloud cloud) {
        if (!cloud.url().isBlank()) {
            urls.put(name, cloud.url().strip());
        }
    }

    /// Those with an address; a key of the operator is not needed.
    public static Clouds of(ModelsConfig config) {
        return new Clouds(new Http(config.limits().connect()), config);
    }

    /// Short names, such as `gemini`.
    public List<String> names() {
        return List.copyOf(urls.keySet());
    }

    /// The only place a key of this provider is sent to.
    ///
    /// @throws IllegalArgumentException when it is not one of [#names()]
    public Origin origin(String name) {
        return Origin.of(url(name));
    }

    /// Which models this key may use, asked of the provider; answers within `limit`.
    public Listing models(String name, SecretText key, Duration limit) {
        var platform = ModelPlatform.named(name)
                .orElseThrow(() -> new IllegalArgumentException("no cloud provider: " + name));
        return Platforms.provider(platform, http, url(name), key.value()).models(limit);
    }

    private String url(String name) {
        var url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no cloud provider: " + name);
        }
        return url;
    }

    @Override
    public void close() {
        http.close();
    }
}
