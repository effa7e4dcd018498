package atelier.process;

import atelier.engine.TestAtelier;
import atelier.engine.TestChat;
import atelier.generation.Oversight;
import atelier.generation.Request;
import atelier.generation.Router;
import atelier.generation.Spending;
import atelier.generation.TaskRanking;
import atelier.generation.TimeLimits;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import atelier.generation.setup.ModelsConfig.Cloud;
import atelier.standin.AnthropicStandIn;
import atelier.standin.GeminiStandIn;
import atelier.standin.LmStudioStandIn;
import atelier.standin.ModelStandIn;
import atelier.standin.OllamaStandIn;
import atelier.standin.OpenAiStandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// A whole Atelier with its real router and providers, between one person and model servers that misbehave.
final class Stage implements AutoCloseable {
    /// How much shorter than in earnest people and servers wait here.
    static final int SCALE = 10;
    static final String ANSWER = "The sky is blue because air scatters blue light more than red.";
    static final String CLOUD_ANSWER = "Blue light is scattered most, says the cloud.";
    private static final String PERSON = "ada";
    /// A day on which the prices of the models below are known.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    final OllamaStandIn ollama = new OllamaStandIn();
    final LmStudioStandIn lmStudio = new LmStudioStandIn();
    final GeminiStandIn gemini = new GeminiStandIn();
    final OpenAiStandIn openAi = new OpenAiStandIn();
    final AnthropicStandIn anthropic = new AnthropicStandIn();
    /// Nobody has configured this one.
    final OllamaStandIn stranger = new OllamaStandIn();
    private final List<ModelStandIn> asked = new ArrayList<>();
    private final DoubleAdder spent = new DoubleAdder();
    private final StringBuilder streamed = new StringBuilder();
    private final Ordeal.Servers servers;
    private final Path folder;
    private String ollamaUrl = "";

    Stage(Path folder, Ordeal.Servers servers) {
        this.folder = folder;
        this.servers = servers;
        if (servers.has("Ollama")) {
            ollamaUrl = ollama.url();
            asked.add(ollama.hasModel("qwen3:8b").answers(ANSWER).counts(40, 20));
        }
        if (servers.has("LM Studio")) {
            asked.add(lmStudio.hasModel("qwen3-8b").answers(ANSWER).counts(40, 20));
        }
        for (var cloud : List.of(gemini.hasModel("gemini-3.8-flash"), openAi.hasModel("gpt-6-luna"),
                anthropic.hasModel("claude-haiku-5-5"))) {
            cloud.answers(asked.isEmpty() ? ANSWER : CLOUD_ANSWER).counts(400, 200);
        }
        if (servers.has("Gemini")) {
            asked.add(gemini);
        }
        if (servers.has("OpenAI")) {
            asked.add(openAi);
        }
        if (servers.has("Anthropic")) {
            asked.add(anthropic);
        }
    }

    /// The one that misbehaves.
    ModelStandIn first() {
        return asked.getFirst();
    }

    /// Where Ollama is said to be.
    void ollamaIsAt(String url) {
        ollamaUrl = url;
    }

    static Duration scaled(Duration earnest) {
        return earnest.dividedBy(SCALE);
    }

    private static TimeLimits limits() {
        var earnest = TimeLimits.DEFAULT;
        return new TimeLimits(earnest.connect(), scaled(earnest.localFirstToken()),
                scaled(earnest.cloudFirstToken()), scaled(earnest.loading()), scaled(earnest.idle()),
                scaled(earnest.job()));
    }

    private ModelsConfig config() {
        return new ModelsConfig(ollamaUrl, servers.has("LM Studio") ? lmStudio.url() : "",
                cloud("Gemini", gemini, "gemini-3.8-flash"), cloud("OpenAI", openAi, "gpt-6-luna"),
                cloud("Anthropic", anthropic, "claude-haiku-5-5"), null, limits());
    }

    private Cloud cloud(String name, ModelStandIn standIn, String model) {
        return servers.has(name) ? new Cloud(standIn.url(), "key-of-a-stand-in", model) : Cloud.NONE;
    }

    /// The person asks `times` times; the last time counts.
    Ordeal.Result play(int times) throws IOException {
        var chat = new TestChat();
        try (var models = Models.of(config(), Duration.ofHours(1), oversight(), CLOCK);
                var atelier = new TestAtelier(folder, chat, watched(models.router()))) {
            models.models();
            for (var earlier = 1; earlier < times; earlier++) {
                atelier.says(PERSON, "why is the sky blue, try " + earlier + "?");
            }
            streamed.setLength(0);
            var charged = atelier.used(PERSON);
            var begun = System.nanoTime();
            var post = atelier.says(PERSON, "why is the sky blue?");
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Ordeal.Result(post.text(), lost(post.text()), atelier.used(PERSON) - charged,
                    new Records(folder.resolve("atelier.db")).usd(), spent.sum(), took, left(),
                    asked.stream().map(server -> Integer.toString(server.generations().size()))
                            .collect(Collectors.joining(" + ")));
        }
    }

    private Oversight oversight() {
        return new Oversight(Spending.UNLIMITED, TaskRanking.NONE, (_, _, _, cost) -> spent.add(cost.usd()));
    }

    /// The router, with a look at every piece of text on its way to the person.
    private Router watched(Router router) {
        return request -> router.generate(new Request(request.prompt(), request.terms(), text -> {
            streamed.append(text);
            request.onText().accept(text);
        }, request.cancellation()));
    }

    private String lost(String shown) {
        var seen = streamed.toString().strip();
        return shown.contains(seen.length() < 200 ? seen : seen.substring(0, 200)) ? "" : seen;
    }

    /// Connections still open, after a moment in which they may be closed.
    private int left() {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> connections() == 0);
            return 0;
        } catch (ConditionTimeoutException open) {
            return connections();
        }
    }

    private int connections() {
        var all = new ArrayList<>(asked);
        all.add(stranger);
        return all.stream().mapToInt(server -> Sockets.openTo(server.port())).sum();
    }

    @Override
    public void close() {
        List.of(ollama, lmStudio, gemini, openAi, anthropic, stranger).forEach(ModelStandIn::close);
    }
}
