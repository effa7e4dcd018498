package atelier.generation;

import atelier.generation.cloud.GeminiProvider;
import atelier.generation.local.LmStudioProvider;
import atelier.generation.local.OllamaProvider;
import atelier.generation.transport.Http;
import atelier.standin.GeminiStandIn;
import atelier.standin.LmStudioStandIn;
import atelier.standin.OllamaStandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Three servers, a router over them, and what a person would see of it.
final class Servers implements AutoCloseable {
    static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(2), Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(30));

    final OllamaStandIn ollama = new OllamaStandIn();
    final LmStudioStandIn lmstudio = new LmStudioStandIn();
    final GeminiStandIn gemini = new GeminiStandIn();
    final SettableClock clock = new SettableClock();
    final List<String> shown = new CopyOnWriteArrayList<>();
    final Cancellation cancellation = new Cancellation();
    final Health health;
    private final Http http = new Http(Duration.ofSeconds(2));
    final LocalFirstRouter router;

    Servers(@Nullable String preferred, Oversight oversight) {
        this(preferred, oversight, LIMITS);
    }

    Servers(@Nullable String preferred, Oversight oversight, TimeLimits limits) {
        ollama.hasModel("llama3.2:latest").answers("Local words.");
        gemini.hasModel("gemini-3.8-flash").hasModel("gemini-2.5-pro").answers("Cloud words.").counts(1000, 200);
        List<Provider> providers = List.of(new OllamaProvider(http, ollama.url()),
                new LmStudioProvider(http, lmstudio.url()), new GeminiProvider(http, gemini.url(), "key"));
        health = new Health(providers, clock, Health.PERIOD);
        router = new LocalFirstRouter(providers, health, preferred, Map.of("gemini", "gemini-3.8-flash"), limits,
                Prices.bundled(), oversight, clock);
    }

    Servers(@Nullable String preferred) {
        this(preferred, Oversight.NONE);
    }

    Servers() {
        this(null);
    }

    Answer say(Prompt prompt, boolean cloud) {
        return router.generate(request(prompt, Terms.of(null, null, cloud)));
    }

    Request request(Prompt prompt, Terms terms) {
        return new Request(prompt, terms, shown::add, cancellation);
    }

    Answer ask() {
        return ask(null, true);
    }

    Answer askLocalOnly() {
        return ask(null, false);
    }

    Answer ask(@Nullable String model, boolean cloud) {
        return router.generate(request(Prompt.of("", "Hello"), Terms.of(model, null, cloud)));
    }

    Answer askPreferring(String preferred, boolean cloud) {
        return router.generate(request(Prompt.of("", "Hello"), Terms.of(null, preferred, cloud)));
    }

    @Override
    public void close() {
        health.close();
        http.close();
        ollama.close();
        lmstudio.close();
        gemini.close();
    }
}
