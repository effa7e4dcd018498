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
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Google's Gemini, by the Gemini API (`v1beta`).
public final class GeminiProvider implements Provider {
    /// Models of that listing which make or take other things than text.
    private static final Pattern OTHER_KINDS = Pattern
            .compile(".*-(image|tts|live|audio|embedding|robotics|computer-use)\\b.*");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final Http http;
    private final String url;
    private final String key;

    /// @param url such as `https://generativelanguage.googleapis.com`; a final `/v1beta` does no harm
    public GeminiProvider(Http http, String url, String key) {
        this.http = http;
        this.url = url.replaceFirst("/+$", "").replaceFirst("/v1beta$", "") + "/v1beta";
        this.key = key;
    }

    @Override
    public String id() {
        return "gemini";
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public Listing models(Duration limit) {
        URI address = URI.create(url + "/models?pageSize=1000");
        return switch (http.fetch(address, Map.of("x-goog-api-key", key), limit)) {
            case Http.Reply.Missed(Trouble trouble) -> new Listing.Down(trouble);
            case Http.Reply.Got got when got.ok() && got.body().path("models").isArray() -> new Listing.Up(listed(got));
            case Http.Reply.Got got when got.ok() ->
                new Listing.Down(Trouble.lasting(Failure.INVALID, "this is no Gemini"));
            case Http.Reply.Got got -> new Listing.Down(new GeminiDialect()
                    .refused(new Refusal(got.status(), got.retryAfter(), got.body().toString())));
        };
    }

    private List<Model> listed(Http.Reply.Got got) {
        List<Model> models = new ArrayList<>();
        for (JsonNode each : got.body().path("models")) {
            String name = each.path("name").asText("").replaceFirst("^models/", "");
            if (name.startsWith("gemini") && generates(each) && !OTHER_KINDS.matcher(name).matches()) {
                models.add(new Model(name, id(), false, true, each.path("inputTokenLimit").asInt(0),
                        Model.State.HEALTHY, got.latencyMs()));
            }
        }
        return models;
    }

    private static boolean generates(JsonNode model) {
        JsonNode methods = model.path("supportedGenerationMethods");
        for (JsonNode each : methods) {
            if (each.asText("").contains("enerateContent")) {
                return true;
            }
        }
        return methods.isEmpty();
    }

    @Override
    public Outcome generate(Ask ask) {
        if (!NAME.matcher(ask.model()).matches()) { // the name becomes part of the address
            return new Outcome.Broken(Trouble.lasting(Failure.MODEL_MISSING, "model missing"), "");
        }
        Prompt.Sampling sampling = ask.prompt().sampling();
        return ChatCall.run(http, new GeminiDialect(), ask,
                client -> GoogleAiGeminiStreamingChatModel.builder().httpClientBuilder(client).baseUrl(url).apiKey(key)
                        .modelName(ask.model()).temperature(sampling.temperature()).topP(sampling.topP())
                        .frequencyPenalty(sampling.frequencyPenalty())
                        .maxOutputTokens(sampling.maxTokens()).returnThinking(true).logRequests(false)
                        .logResponses(false).build());
    }
}
