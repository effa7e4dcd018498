package atelier.generation.cloud;

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
import atelier.generation.transport.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// OpenAI, by its chat completions.
public final class OpenAiProvider implements Provider {
    private static final Pattern TEXT_MODELS = Pattern.compile("(gpt-|chatgpt-|o\\d).*");
    /// Models of that listing which make or take other things than text, or speak another protocol.
    private static final Pattern OTHER_KINDS = Pattern.compile(
            ".*-(image|audio|realtime|tts|transcribe|embed|embedding|search|instruct|moderation|codex|pro|deep-research)\\b.*");
    /// Models that think first. They draw as they do and refuse to be told otherwise.
    private static final Pattern THINKS = Pattern.compile("(gpt-([5-9]|\\d\\d)|o\\d).*");

    private final Http http;
    private final String url;
    private final String key;

    /// @param url such as `https://api.openai.com/v1`; the final `/v1` may be left out
    public OpenAiProvider(Http http, String url, String key) {
        this.http = http;
        this.url = url.replaceFirst("/+$", "").replaceFirst("/v1$", "") + "/v1";
        this.key = key;
    }

    @Override
    public String id() {
        return "openai";
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public Listing models(Duration limit) {
        return switch (http.fetch(URI.create(url + "/models"), Map.of("Authorization", "Bearer " + key), limit)) {
            case Http.Reply.Missed(Trouble trouble) -> new Listing.Down(trouble);
            case Http.Reply.Got got when got.ok() && got.body().path("data").isArray() -> new Listing.Up(listed(got));
            case Http.Reply.Got got when got.ok() ->
                new Listing.Down(Trouble.lasting(Failure.INVALID, "this is no OpenAI"));
            case Http.Reply.Got got -> new Listing.Down(new OpenAiDialect()
                    .refused(new Refusal(got.status(), got.retryAfter(), got.body().toString())));
        };
    }

    private List<Model> listed(Http.Reply.Got got) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("data")) {
            String name = each.path("id").asText("");
            if (TEXT_MODELS.matcher(name).matches() && !OTHER_KINDS.matcher(name).matches()) {
                // The listing tells nothing of the context's length.
                models.add(new Model(name, id(), false, true, 0, Model.State.HEALTHY, got.latencyMs()));
            }
        }
        return models;
    }

    @Override
    public Outcome generate(Ask ask) {
        Prompt.Sampling wished = ask.prompt().sampling();
        Prompt.Sampling sampling = THINKS.matcher(ask.model()).matches()
                ? new Prompt.Sampling(null, wished.maxTokens())
                : wished;
        // `max_tokens` is refused by gpt-5 and later; the newer name is understood by all.
        return ChatCall.run(http, new OpenAiDialect(), ask,
                client -> new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder().httpClientBuilder(client)
                        .baseUrl(url).apiKey(key)
                        .modelName(ask.model()).temperature(sampling.temperature()).topP(sampling.topP())
                        .maxCompletionTokens(sampling.maxTokens())
                        .frequencyPenalty(sampling.frequencyPenalty())
                        .logRequests(false).logResponses(false).build());
    }
}
