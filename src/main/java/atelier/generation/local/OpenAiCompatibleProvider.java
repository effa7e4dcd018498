package atelier.generation.local;

import atelier.generation.Ask;
import atelier.generation.Cancellation;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import atelier.generation.transport.ChatCall;
import atelier.generation.transport.Http;
import atelier.generation.transport.Refusal;
import atelier.generation.turn.Place;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Any server with OpenAI's `/v1/models` and `/v1/chat/completions`: llama-server, vLLM, LocalAI. Of llama-server it also knows that it
/// listens while still reading its model, and says so at `/health`.
public final class OpenAiCompatibleProvider implements Provider {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Http http;
    private final String id;
    private final boolean local;
    private final String url;
    private final @Nullable String key;
    private volatile boolean loading;

    /// @param id    short lower-case name, such as `llama-server`
    /// @param local whether the server is the owner's own machine
    /// @param url   such as `http://localhost:8080`; a final `/v1` does no harm
    /// @param key   null for servers that want none
    public OpenAiCompatibleProvider(Http http, String id, boolean local, String url, @Nullable String key) {
        this.http = http;
        this.id = id;
        this.local = local;
        this.url = url.replaceFirst("/+$", "").replaceFirst("/v1$", "");
        this.key = key;
    }

    @Override
    public String place() {
        return Place.of(url);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isLocal() {
        return local;
    }

    private Http.Reply fetch(String path, Duration limit) {
        return http.fetch(URI.create(url + path), key == null ? Map.of() : Map.of("Authorization", "Bearer " + key),
                limit);
    }

    @Override
    public Listing models(Duration limit) {
        Duration each = limit.dividedBy(3); // three documents are read
        return switch (fetch("/v1/models", each)) {
            case Http.Reply.Missed(Trouble trouble) -> new Listing.Down(trouble);
            case Http.Reply.Got got when got.ok() && got.body().path("data").isArray() -> {
                loading = isLoading(each);
                yield new Listing.Up(listed(got, loading ? 0 : context(each)));
            }
            case Http.Reply.Got got when got.ok() ->
                new Listing.Down(Trouble.lasting(Failure.INVALID, "this is no OpenAI-compatible server"));
            case Http.Reply.Got got -> new Listing.Down(new OpenAiCompatibleDialect()
                    .refused(new Refusal(got.status(), got.retryAfter(), got.body().toString())));
        };
    }

    /// Servers without such a page, and those which answer anything at all, are taken to be ready.
    private boolean isLoading(Duration limit) {
        return fetch("/health", limit) instanceof Http.Reply.Got got && got.status() == 503
                && OpenAiCompatibleDialect.saysLoading(got.body());
    }

    /// How long a context each of llama-server's slots has; 0 elsewhere.
    private int context(Duration limit) {
        return fetch("/props", limit) instanceof Http.Reply.Got got && got.ok()
                ? got.body().path("default_generation_settings").path("n_ctx").asInt(0)
                : 0;
    }

    private List<Model> listed(Http.Reply.Got got, int context) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("data")) {
            String name = each.path("id").asText("");
            if (!name.isEmpty() && !name.contains("embed")) {
                models.add(new Model(name, id, local, !loading, each.path("max_model_len").asInt(context),
                        loading ? Model.State.LOADING : Model.State.HEALTHY, got.latencyMs()));
            }
        }
        return models;
    }

    @Override
    public Outcome generate(Ask ask) {
        if (!loading) {
            return answered(ask);
        }
        long begun = System.nanoTime();
        if (!awaitsLoaded(ask.firstToken(), ask.cancellation())) {
            return new Outcome.Broken(ask.cancellation().isCancelled()
                    ? Trouble.lasting(Failure.CANCELLED, "stopped")
                    : Trouble.lasting(Failure.TIMEOUT, "still loading"), "");
        }
        return answered(new Ask(ask.model(), ask.prompt(), ask.onText(), ask.cancellation(), ask.firstToken(),
                ask.idle(), ask.total().minusNanos(System.nanoTime() - begun)));
    }

    private Outcome answered(Ask ask) {
        Prompt.Sampling sampling = ask.prompt().sampling();
        return ChatCall.run(http, new OpenAiCompatibleDialect(), ask,
                client -> new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder().httpClientBuilder(client)
                        .baseUrl(url + "/v1").apiKey(key)
                        .modelName(ask.model()).temperature(sampling.temperature()).topP(sampling.topP())
                        .maxTokens(sampling.maxTokens())
                        .frequencyPenalty(sampling.frequencyPenalty())
                        .returnThinking(true).logRequests(false).logResponses(false).build());
    }

    /// There is nothing to ask for: the server reads its one model by itself.
    @Override
    public boolean load(Ask ask) {
        return awaitsLoaded(ask.total(), ask.cancellation());
    }

    private boolean awaitsLoaded(Duration longest, Cancellation cancellation) {
        long until = System.nanoTime() + longest.toNanos();
        var stopped = new CountDownLatch(1);
        try (var _ = cancellation.onCancel(stopped::countDown)) {
            while (isLoading(longest)) {
                long left = Math.min(until - System.nanoTime(), BETWEEN_LOOKS.toNanos());
                if (left <= 0 || stopped.await(left, TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            loading = false;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
