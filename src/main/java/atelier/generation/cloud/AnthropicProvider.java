package atelier.generation.cloud;

import atelier.generation.Ask;
import atelier.generation.Failure;
import atelier.generation.Listing;
import atelier.generation.Model;
import atelier.generation.Outcome;
import atelier.generation.Prompt;
import atelier.generation.Prompt.Turn;
import atelier.generation.Provider;
import atelier.generation.Trouble;
import atelier.generation.transport.ChatCall;
import atelier.generation.transport.Http;
import atelier.generation.transport.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Anthropic's Claude, by the Messages API.
public final class AnthropicProvider implements Provider {
    private static final String VERSION = "2023-06-01";
    /// The server insists on a limit. Programs are long, and no model it lists takes less.
    private static final int MAX_TOKENS = 8192;
    /// Newer models refuse any temperature or top-p but their own; none knows a frequency penalty.
    private static final Pattern TAKES_TEMPERATURE = Pattern
            .compile("claude-(3.*|[a-z]+-4(-[0-6])?)(-\\d{8}|-latest)?");
    /// Ours goes to 2, theirs to 1.
    private static final double HOTTEST = 1;

    private final Http http;
    private final String url;
    private final String key;

    /// @param url such as `https://api.anthropic.com`; a final `/v1` does no harm
    public AnthropicProvider(Http http, String url, String key) {
        this.http = http;
        this.url = url.replaceFirst("/+$", "").replaceFirst("/v1$", "") + "/v1";
        this.key = key;
    }

    @Override
    public String id() {
        return "anthropic";
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public Listing models(Duration limit) {
        URI address = URI.create(url + "/models?limit=1000");
        return switch (http.fetch(address, Map.of("x-api-key", key, "anthropic-version", VERSION), limit)) {
            case Http.Reply.Missed(Trouble trouble) -> new Listing.Down(trouble);
            case Http.Reply.Got got when got.ok() && got.body().path("data").isArray() -> new Listing.Up(listed(got));
            case Http.Reply.Got got when got.ok() ->
                new Listing.Down(Trouble.lasting(Failure.INVALID, "this is no Anthropic"));
            case Http.Reply.Got got -> new Listing.Down(new AnthropicDialect()
                    .refused(new Refusal(got.status(), got.retryAfter(), got.body().toString())));
        };
    }

    private List<Model> listed(Http.Reply.Got got) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("data")) {
            String name = each.path("id").asText("");
            if (name.startsWith("claude") && !name.contains("embed")) {
                models.add(new Model(name, id(), false, true, each.path("max_input_tokens").asInt(0),
                        Model.State.HEALTHY, got.latencyMs()));
            }
        }
        return models;
    }

    @Override
    public int longestAnswer() {
        return MAX_TOKENS;
    }

    @Override
    public Outcome generate(Ask ask) {
        Prompt.Sampling sampling = ask.prompt().sampling();
        Integer maxTokens = sampling.maxTokens();
        return ChatCall.run(http, new AnthropicDialect(), withoutPrefill(ask),
                client -> AnthropicStreamingChatModel.builder().httpClientBuilder(client).baseUrl(url).apiKey(key)
                        .version(VERSION).modelName(ask.model()).temperature(temperature(ask)).topP(topP(ask))
                        .maxTokens(maxTokens == null ? MAX_TOKENS : maxTokens).returnThinking(true)
                        .logRequests(false).logResponses(false).build());
    }

    private static @Nullable Double temperature(Ask ask) {
        Double wished = ask.prompt().sampling().temperature();
        return wished == null || !TAKES_TEMPERATURE.matcher(ask.model()).matches() ? null : Math.min(HOTTEST, wished);
    }

    /// Of the fourth generation some refuse to be told both, and the temperature says more.
    private static @Nullable Double topP(Ask ask) {
        return TAKES_TEMPERATURE.matcher(ask.model()).matches() && temperature(ask) == null
                ? ask.prompt().sampling().topP()
                : null;
    }

    /// The conversation must begin and end with the person: an answer already begun is refused rather than continued.
    private static Ask withoutPrefill(Ask ask) {
        Prompt prompt = ask.prompt();
        List<Turn> turns = new ArrayList<>(prompt.turns());
        if (!turns.isEmpty() && turns.getFirst().role() == Turn.Role.ASSISTANT) {
            turns.addFirst(new Turn(Turn.Role.PERSON, "(earlier)"));
        }
        if (!turns.isEmpty() && turns.getLast().role() == Turn.Role.ASSISTANT) {
            turns.add(new Turn(Turn.Role.PERSON, "Go on."));
        }
        var spoken = new Prompt(prompt.system(), turns, prompt.sampling(), prompt.schema());
        return new Ask(ask.model(), spoken, ask.onText(), ask.cancellation(), ask.firstToken(), ask.idle(),
                ask.total());
    }
}
