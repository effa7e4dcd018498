package atelier.generation.setup;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.SettableClock;
import atelier.generation.Answer;
import atelier.generation.Cancellation;
import atelier.generation.Health;
import atelier.generation.LocalFirstRouter;
import atelier.generation.Oversight;
import atelier.generation.Prices;
import atelier.generation.Prompt;
import atelier.generation.Provider;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.generation.Terms;
import atelier.generation.TimeLimits;
import atelier.generation.cloud.GeminiProvider;
import atelier.generation.endpoint.EndpointPolicy;
import atelier.generation.local.OllamaProvider;
import atelier.generation.registry.ModelDraft;
import atelier.generation.registry.ModelPlatform;
import atelier.generation.registry.Origin;
import atelier.generation.registry.Owner;
import atelier.generation.registry.Parameters;
import atelier.generation.transport.Http;
import atelier.secret.SecretText;
import atelier.standin.GeminiStandIn;
import atelier.standin.OllamaStandIn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A person, their team and an operator, each with an Ollama and models registered there; behind them a configured Ollama and Gemini.
final class Household implements AutoCloseable {
    static final long ADA = 7;
    static final String CHAT = "TELEGRAM:42";
    static final Owner ADAS = new Owner.Person(ADA);
    static final Owner TEAMS = new Owner.Team(CHAT);
    static final Owner OPERATORS = new Owner.Operator();

    final OllamaStandIn hers = new OllamaStandIn();
    final OllamaStandIn teams = new OllamaStandIn();
    final OllamaStandIn operators = new OllamaStandIn();
    final OllamaStandIn configured = new OllamaStandIn();
    final GeminiStandIn gemini = new GeminiStandIn();
    final SettableClock clock = SettableClock.at("2026-11-21T12:00:00Z");
    final OwnedInMemory owned = new OwnedInMemory(clock);
    final OwnServers servers;
    final OwnModels own;
    private final Http http = new Http(Duration.ofSeconds(2));
    private final Health health;
    private final Router router;

    Household() {
        hers.hasModel("gemma3:4b").answers("Her own words.");
        teams.hasModel("llama3.2:latest").answers("The team's words.");
        operators.hasModel("qwen3:8b").answers("The operator's words.");
        configured.hasModel("phi4:latest").answers("Configured words.");
        gemini.hasModel("gemini-3.8-flash").answers("Cloud words.");
        var approved = Set.of(hers.url(), teams.url(), gemini.url());
        servers = new OwnServers(new EndpointPolicy(Set.of(), approved), Duration.ofSeconds(2), Health.PERIOD, clock);
        own = new OwnModels(owned.models, owned.keys, owned.choices, servers, UnaryOperator.identity());
        List<Provider> providers = List.of(new OllamaProvider(http, configured.url()),
                new GeminiProvider(http, gemini.url(), "the-operators-key"));
        health = new Health(providers, Clock.systemUTC(), Health.PERIOD);
        router = new LocalFirstRouter(providers, health, null, Map.of("gemini", "gemini-3.8-flash"),
                TimeLimits.DEFAULT, Prices.bundled(), Oversight.NONE, Clock.systemUTC());
    }

    static ModelDraft draft(String name, ModelPlatform platform, String endpoint, String model, String... fallbacks) {
        return new ModelDraft(name, platform, endpoint, model, Parameters.USUAL, List.of(fallbacks));
    }

    Household adaHas(String name, String... fallbacks) {
        owned.models.add(ADAS, draft(name, ModelPlatform.OLLAMA, hers.url(), "gemma3:4b", fallbacks));
        return this;
    }

    Household teamHas(String name, String... fallbacks) {
        owned.models.add(TEAMS, draft(name, ModelPlatform.OLLAMA, teams.url(), "llama3.2", fallbacks));
        return this;
    }

    Household operatorHas(String name) {
        owned.models.add(OPERATORS, draft(name, ModelPlatform.OLLAMA, operators.url(), "qwen3:8b"));
        return this;
    }

    Household adaHasGemini(String name, String key) {
        owned.models.add(ADAS, draft(name, ModelPlatform.GEMINI, gemini.url(), "gemini-3.8-flash"));
        givesKey(key);
        return this;
    }

    void givesKey(String key) {
        owned.keys.keep(ADAS, "gemini", Origin.of(gemini.url()), SecretText.of(key));
    }

    Answer ask(@Nullable String model, @Nullable String preferred, boolean cloud) {
        var terms = new Terms(new Terms.Cause(ADA, CHAT, 1, "job", "TALK"), model, preferred, own.of(ADA, CHAT), cloud,
                false);
        return router.generate(new Request(Prompt.of("", "Hello"), terms, piece -> {}, new Cancellation()));
    }

    Answer.Answered answered(@Nullable String model, @Nullable String preferred, boolean cloud) {
        var answer = ask(model, preferred, cloud);
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    Answer.Failed failed(@Nullable String model, boolean cloud) {
        var answer = ask(model, null, cloud);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }

    @Override
    public void close() {
        servers.close();
        health.close();
        http.close();
        hers.close();
        teams.close();
        operators.close();
        configured.close();
        gemini.close();
    }
}
