package atelier.generation.local;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import atelier.generation.transport.ChatCall;
import atelier.generation.transport.Http;
import atelier.generation.transport.Json;
import atelier.generation.transport.Refusal;
import atelier.generation.turn.Place;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Ollama, by its own API (`/api/chat`), which unlike its OpenAI-compatible one takes the length of the context.
public final class OllamaProvider implements Provider {
    /// Seconds a model stays in memory after an answer: long enough for a conversation.
    private static final int KEEP_ALIVE = 900;

    private final Http http;
    private final String url;
    private final Map<String, String> headers;
    private final Map<String, ContextWindow> windows = new ConcurrentHashMap<>();

    /// @param url such as `http://localhost:11434`
    public OllamaProvider(Http http, String url) {
        this(http, url, null);
    }

    /// @param key for a server behind a gate that asks for one; null for none
    public OllamaProvider(Http http, String url, @Nullable String key) {
        this.http = http;
        this.headers = key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
        this.url = url.replaceFirst("/+$", "");
    }

    /// Whether Ollama answers at an address, told by a listing that no other server has.
    static boolean isAt(Http http, String url, Duration limit) {
        return http.fetch(URI.create(url + "/api/tags"), Map.of(), limit) instanceof Http.Reply.Got got && got.ok()
                && got.body().path("models").isArray();
    }

    @Override
    public String place() {
        return Place.of(url);
    }

    @Override
    public String id() {
        return "ollama";
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public Listing models(Duration limit) {
        Duration each = limit.dividedBy(2); // two documents are read
        return switch (http.fetch(URI.create(url + "/api/tags"), headers, each)) {
            case Http.Reply.Missed(Trouble trouble) -> new Listing.Down(trouble);
            case Http.Reply.Got tags when tags.ok() && tags.body().path("models").isArray() -> listed(tags, each);
            // LM Studio answers any path with a status of 200.
            case Http.Reply.Got _ when LmStudioProvider.isAt(http, url, null, each) ->
                new Listing.Down(Trouble.lasting(Failure.INVALID, "LM Studio answers there, not Ollama"));
            case Http.Reply.Got other -> new Listing.Down(Refusal.ofStranger(other, "Ollama"));
        };
    }

    private Listing listed(Http.Reply.Got tags, Duration limit) {
        JsonNode running = switch (http.fetch(URI.create(url + "/api/ps"), headers, limit)) {
            case Http.Reply.Got got when got.ok() -> got.body().path("models");
            case Http.Reply.Got got -> got.body().path("none");
            case Http.Reply.Missed _ -> Json.object().path("none");
        };
        List<Model> models = new ArrayList<>();
        for (JsonNode tag : tags.body().path("models")) {
            String name = tag.path("name").asText("");
            if (name.isEmpty() || !generates(tag) || isElsewhere(tag, name)) {
                continue;
            }
            JsonNode loaded = named(running, name);
            var window = new ContextWindow(tag.path("details").path("context_length").asInt(0),
                    loaded.path("context_length").asInt(0));
            windows.put(name, window);
            // A server that does not say what is loaded is taken to answer at once.
            models.add(new Model(name, id(), true, !running.isArray() || loaded.isObject(), window.longest(),
                    Model.State.HEALTHY, tags.latencyMs()));
        }
        return new Listing.Up(models);
    }

    private static JsonNode named(JsonNode running, String name) {
        for (JsonNode each : running) {
            if (each.path("name").asText("").equals(name)) {
                return each;
            }
        }
        return running.path("none");
    }

    private static boolean generates(JsonNode tag) {
        JsonNode capabilities = tag.path("capabilities");
        if (!capabilities.isArray() || capabilities.isEmpty()) {
            return true;
        }
        for (JsonNode each : capabilities) {
            if (each.asText("").equals("completion")) {
                return true;
            }
        }
        return false;
    }

    /// Ollama also lists models that it only passes on to a cloud; those would carry prompts away from the owner's machines.
    private static boolean isElsewhere(JsonNode tag, String name) {
        return !tag.path("remote_host").asText("").isEmpty() || name.endsWith("-cloud") || name.endsWith(":cloud");
    }

    @Override
    public Outcome generate(Ask ask) {
        ContextWindow window = windows.getOrDefault(ask.model(), ContextWindow.UNKNOWN);
        if (window.cannotHold(ask.prompt())) {
            return new Outcome.Broken(Trouble.lasting(Failure.TOO_LONG,
                    "the prompt is longer than the model's " + window.longest() + " tokens"), "");
        }
        int context = window.wanted(ask.prompt());
        Prompt.Sampling sampling = ask.prompt().sampling();
        var parameters = OllamaChatRequestParameters.builder().keepAlive(KEEP_ALIVE).numCtx(context)
                .temperature(sampling.temperature()).topP(sampling.topP()).maxOutputTokens(sampling.maxTokens())
                .build();
        return ChatCall.run(http, new OllamaDialect(ask.prompt(), context), ask,
                client -> new OllamaStreamingChatModel.OllamaStreamingChatModelBuilder().httpClientBuilder(client)
                        .customHeaders(headers)
                        .baseUrl(url)
                        .modelName(ask.model()).defaultRequestParameters(parameters).returnThinking(true)
                        .logRequests(false).logResponses(false).build());
    }

    @Override
    public boolean load(Ask ask) {
        ContextWindow window = windows.getOrDefault(ask.model(), ContextWindow.UNKNOWN);
        var body = Json.object().put("model", ask.model()).put("stream", false).put("keep_alive", KEEP_ALIVE);
        // With another length of context the model would be loaded a second time for the answer.
        body.putObject("options").put("num_ctx", window.wanted(ask.prompt()));
        return http.post(URI.create(url + "/api/generate"), headers, body, ask.total()) instanceof Http.Reply.Got got
                && got.ok() && !got.body().has("error");
    }
}
