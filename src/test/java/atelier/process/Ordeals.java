package atelier.process;

import static atelier.process.Ordeal.Servers.ANTHROPIC;
import static atelier.process.Ordeal.Servers.GEMINI;
import static atelier.process.Ordeal.Servers.LM_STUDIO;
import static atelier.process.Ordeal.Servers.LM_STUDIO_GEMINI;
import static atelier.process.Ordeal.Servers.OLLAMA;
import static atelier.process.Ordeal.Servers.OLLAMA_GEMINI;
import static atelier.process.Ordeal.Servers.OPENAI;

import atelier.process.Ordeal.Servers;
import atelier.standin.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/// Everything that model servers have been seen to do to people, and some things that only hostile ones do.
final class Ordeals {
    private final List<Ordeal> all = new ArrayList<>();

    private Ordeals() {}

    static List<Ordeal> all() {
        var ordeals = new Ordeals();
        ordeals.add("nothing", stage -> {}, OLLAMA, GEMINI);
        ordeals.slowness();
        ordeals.breaks();
        ordeals.refusals();
        ordeals.oddAnswers();
        ordeals.lies();
        return ordeals.all;
    }

    static Ordeal named(String title, Servers servers) {
        return all().stream().filter(ordeal -> ordeal.title().equals(title) && ordeal.servers() == servers).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ordeal " + title + ", " + servers));
    }

    private void add(String title, Consumer<Stage> goesWrong, Servers... servers) {
        for (var each : servers) {
            all.add(new Ordeal(title, each, 1, goesWrong));
        }
    }

    private void fails(String title, Fault fault, Servers... servers) {
        add(title, stage -> stage.first().fails(fault), servers);
    }

    private void slowness() {
        add("cold load of 60 s", stage -> loadsIn(stage, "qwen3:8b", Duration.ofSeconds(60)), OLLAMA, OLLAMA_GEMINI);
        add("cold load of 60 s", stage -> loadsIn(stage, "qwen3-8b", Duration.ofSeconds(60)), LM_STUDIO);
        add("stalls after 5 tokens", stage -> stage.first().holdsAfter(5), OLLAMA, OLLAMA_GEMINI, GEMINI);
        fails("stalls before the headers", Fault.STALL_BEFORE_HEADERS, OLLAMA, OLLAMA_GEMINI);
        fails("1 byte a second", Fault.BYTE_BY_BYTE, OLLAMA, OLLAMA_GEMINI);
        fails("heartbeats, never a word", Fault.HEARTBEATS, OLLAMA);
        fails("endless stream of text", Fault.ENDLESS, OLLAMA, OLLAMA_GEMINI);
        fails("endless line", Fault.ENDLESS_LINE, OLLAMA, OLLAMA_GEMINI);
    }

    private void breaks() {
        fails("connection cut after 2 tokens", Fault.CUT_MID_STREAM, OLLAMA, OLLAMA_GEMINI);
        fails("stream ends without its end marker", Fault.ENDS_EARLY, OLLAMA, GEMINI, OPENAI);
        fails("connection cut before the headers", Fault.CUT_BEFORE_HEADERS, OLLAMA, OLLAMA_GEMINI);
        fails("error in mid-stream after status 200", Fault.ERROR_MID_STREAM, OLLAMA, OLLAMA_GEMINI, LM_STUDIO,
                GEMINI, OPENAI, ANTHROPIC);
        add("500 twice then fine", stage -> stage.first().failsOnce(Fault.SERVER_ERROR, Fault.SERVER_ERROR), OLLAMA,
                OLLAMA_GEMINI);
        all.add(new Ordeal("500 twice then fine: asked again", OLLAMA, 2,
                stage -> stage.first().failsOnce(Fault.SERVER_ERROR, Fault.SERVER_ERROR)));
        add("500 once, then fine", stage -> stage.first().failsOnce(Fault.SERVER_ERROR), OLLAMA, GEMINI);
    }

    private void refusals() {
        add("429, Retry-After: 1, then fine", limited(Duration.ofSeconds(1), true), OLLAMA, LM_STUDIO);
        add("429, Retry-After: 30", limited(Duration.ofSeconds(30), false), OLLAMA, OLLAMA_GEMINI);
        add("429, retryDelay 1.5s, then fine", limited(Duration.ofMillis(1500), true), GEMINI);
        add("429, retryDelay 26.837s", limited(Duration.ofMillis(26_837), false), GEMINI);
        fails("429 for the rest of the day", Fault.QUOTA_USED_UP, GEMINI);
        fails("429, insufficient_quota", Fault.QUOTA_USED_UP, OPENAI);
        fails("prompt blocked (promptFeedback)", Fault.PROMPT_BLOCKED, GEMINI);
        fails("answer blocked (finishReason SAFETY)", Fault.BLOCKED, GEMINI);
        fails("key refused", Fault.UNAUTHORIZED, OLLAMA, OLLAMA_GEMINI, GEMINI, OPENAI);
        fails("model missing (404)", Fault.MODEL_MISSING, OLLAMA, OLLAMA_GEMINI, GEMINI);
        fails("no model loaded (400)", Fault.MODEL_MISSING, LM_STUDIO);
        fails("status 200 with an error for an unknown path", Fault.UNKNOWN_PATH, LM_STUDIO, LM_STUDIO_GEMINI);
        add("ollama.url leads to LM Studio", stage -> stage.ollamaIsAt(stage.lmStudio.url()), OLLAMA, OLLAMA_GEMINI);
    }

    private void oddAnswers() {
        add("thinks in its own field", stage -> stage.first().thinks("Hm, the person wants physics."), OLLAMA,
                LM_STUDIO);
        add("thinks between <think> tags", stage -> stage.first()
                .answers("<think>\nHm, the person wants physics.\n</think>\n\n" + Stage.ANSWER), OLLAMA);
        add("thinks 1000 tokens long", stage -> stage.gemini.countsThoughts(1000).thinks("Hm, physics."), GEMINI);
        add("never ends to think", stage -> stage.first().answers("<think>\n" + "Hm. ".repeat(50)), OLLAMA,
                OLLAMA_GEMINI);
        add("another model answers", stage -> stage.lmStudio.answersAs("gemma-3-1b"), LM_STUDIO);
        fails("empty answer", Fault.EMPTY_ANSWER, OLLAMA, OLLAMA_GEMINI, GEMINI);
        fails("ends at its token limit", Fault.LENGTH, OLLAMA, GEMINI);
        add("NUL and half a surrogate pair as escapes",
                stage -> stage.first().answers("Blue\u0000 is \ud83d the \udca7 sky."), OLLAMA, OPENAI);
        fails("NUL bytes on the wire", Fault.ZERO_BYTES, OLLAMA);
    }

    private void lies() {
        fails("10 GB of gzip", Fault.GZIP_BOMB, OLLAMA, OLLAMA_GEMINI);
        add("redirect to another host", stage -> {
            stage.first().redirectsTo(stage.stranger.url() + "/api/chat");
            stage.first().fails(Fault.REDIRECT);
        }, OLLAMA, OLLAMA_GEMINI);
        fails("Content-Length too large", Fault.LENGTH_TOO_LARGE, OLLAMA, OPENAI);
        fails("Content-Length too small", Fault.LENGTH_TOO_SMALL, OLLAMA, OLLAMA_GEMINI);
        fails("web page with status 200", Fault.HTML, OLLAMA);
        fails("JSON that breaks off", Fault.BROKEN_JSON, OLLAMA);
        fails("100,000 lists in one another", Fault.DEEP_JSON, OLLAMA);
    }

    private static Consumer<Stage> limited(Duration wait, boolean once) {
        return stage -> {
            stage.first().asksToWait(wait);
            if (once) {
                stage.first().failsOnce(Fault.RATE_LIMITED);
            } else {
                stage.first().fails(Fault.RATE_LIMITED);
            }
        };
    }

    /// The time counts from when somebody asks for the model.
    private static void loadsIn(Stage stage, String model, Duration earnest) {
        stage.first().hasModel(model, false, 32_768);
        CountDownLatch loading = stage.first().holdsLoading();
        Thread.ofVirtual().name("loading").start(() -> {
            Awaitility.await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(1))
                    .until(() -> stage.first().requests().stream()
                            .anyMatch(request -> request.method().equals("POST")));
            CompletableFuture.delayedExecutor(Stage.scaled(earnest).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(loading::countDown);
        });
    }
}
