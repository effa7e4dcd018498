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
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// LM Studio, by its OpenAI-compatible API (`/v1`). Whether it is there is told by the shape of its listings: it answers status 200 to
/// any path whatever. Listings are tried newest first, the last being that of every OpenAI-compatible server.
public final class LmStudioProvider implements Provider {
    private final Http http;
    private final String url;
    private final Map<String, String> headers;
    /// By each name under which a loaded model may answer, the one it is listed as.
    private final Map<String, String> listedAs = new ConcurrentHashMap<>();

    /// @param url such as `http://localhost:1234`; a final `/v1` does no harm
    public LmStudioProvider(Http http, String url) {
        this(http, url, null);
    }

    /// @param key for a server behind a gate that asks for one; null for none
    public LmStudioProvider(Http http, String url, @Nullable String key) {
        this.http = http;
        this.headers = key == null ? Map.of() : Map.of("Authorization", "Bearer " + key);
        this.url = url.replaceFirst("/+$", "").replaceFirst("/v1$", "");
    }

    /// Whether LM Studio itself answers at an address, told by a listing that no other server has.
    public static boolean isAt(Http http, String url, @Nullable String key, Duration limit) {
        var there = new LmStudioProvider(http, url, key);
        return Stream.of("/api/v1/models", "/api/v0/models").anyMatch(
                path -> http.fetch(URI.create(there.url + path), there.headers,
                        limit.dividedBy(2)) instanceof Http.Reply.Got got
                        && got.ok() && (got.body().path("models").isArray() || got.body().path("data").isArray()));
    }

    @Override
    public String place() {
        return Place.of(url);
    }

    @Override
    public String id() {
        return "lmstudio";
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public Listing models(Duration limit) {
        Trouble stranger = Trouble.lasting(Failure.INVALID, "this is no LM Studio");
        for (String path : List.of("/api/v1/models", "/api/v0/models", "/v1/models")) {
            switch (http.fetch(URI.create(url + path), headers, limit.dividedBy(3))) {
                case Http.Reply.Missed(Trouble trouble) -> {
                    return new Listing.Down(trouble);
                }
                case Http.Reply.Got got when got.ok() && got.body().path("models").isArray() -> {
                    return new Listing.Up(newer(got));
                }
                case Http.Reply.Got got when got.ok() && got.body().path("data").isArray() -> {
                    return new Listing.Up(older(got));
                }
                // An older version; the next path is older too.
                case Http.Reply.Got other -> stranger = Refusal.ofStranger(other, "LM Studio");
            }
        }
        return new Listing.Down(OllamaProvider.isAt(http, url, limit.dividedBy(3))
                ? Trouble.lasting(Failure.INVALID, "Ollama answers there, not LM Studio")
                : stranger);
    }

    private List<Model> newer(Http.Reply.Got got) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("models")) {
            JsonNode instances = each.path("loaded_instances");
            String key = each.path("key").asText("");
            listedAs.put(key, key);
            instances.forEach(instance -> listedAs.put(instance.path("id").asText(key), key));
            if (!each.path("type").asText("llm").startsWith("embedding")) {
                add(models, key, !instances.isEmpty(),
                        instances.path(0).path("config").path("context_length")
                                .asInt(each.path("max_context_length").asInt(0)),
                        got.latencyMs());
            }
        }
        return models;
    }

    private List<Model> older(Http.Reply.Got got) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("data")) {
            if (!each.path("type").asText("llm").startsWith("embedding")) {
                add(models, each.path("id").asText(""), !each.path("state").asText("loaded").equals("not-loaded"),
                        each.path("loaded_context_length").asInt(each.path("max_context_length").asInt(0)),
                        got.latencyMs());
            }
        }
        return models;
    }

    private void add(List<Model> models, String name, boolean loaded, int context, long latencyMs) {
        if (!name.isEmpty()) {
            models.add(new Model(name, id(), true, loaded, context, Model.State.HEALTHY, latencyMs));
        }
    }

    /// A name that is not known may be the asked one's by another way of writing.
    private boolean isAnother(String said, String asked) {
        String listed = listedAs.get(said);
        return listed != null && listedAs.containsKey(asked) && !listed.equals(listedAs.get(asked));
    }

    @Override
    public Outcome generate(Ask ask) {
        Prompt.Sampling sampling = ask.prompt().sampling();
        return ChatCall.run(http, new LmStudioDialect(said -> isAnother(said, ask.model())), ask,
                client -> new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder().httpClientBuilder(client)
                        .customHeaders(headers)
                        .baseUrl(url + "/v1")
                        .modelName(ask.model()).temperature(sampling.temperature()).topP(sampling.topP())
                        .maxTokens(sampling.maxTokens())
                        .frequencyPenalty(sampling.frequencyPenalty())
                        .returnThinking(true).logRequests(false).logResponses(false).build());
    }

    @Override
    public boolean load(Ask ask) {
        var body = Json.object().put("model", ask.model());
        return http.post(URI.create(url + "/api/v1/models/load"), headers, body,
                ask.total()) instanceof Http.Reply.Got got
                && got.ok() && got.body().path("status").asText("").equals("loaded");
    }
}
