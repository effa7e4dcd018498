package atelier.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One way in which a model server misbehaves, and who stands around it.
///
/// @param title     of the row
/// @param servers   who may be asked
/// @param wishes    how many times the person asks; the last time counts
/// @param goesWrong brings it about before the person speaks
record Ordeal(String title, Servers servers, int wishes, Consumer<Stage> goesWrong) {
    Result play() throws IOException {
        var folder = Files.createTempDirectory("atelier-ordeal");
        try (var stage = new Stage(folder, servers)) {
            goesWrong.accept(stage);
            return stage.play(wishes);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.toList();
        }
        for (var file : all.reversed()) {
            Files.deleteIfExists(file);
        }
    }

    /// Who may be asked, in the order in which they are. The first one misbehaves.
    enum Servers {
        OLLAMA("Ollama"), OLLAMA_GEMINI("Ollama, Gemini behind"), LM_STUDIO("LM Studio"), LM_STUDIO_GEMINI(
                "LM Studio, Gemini behind"), GEMINI("Gemini"), OPENAI("OpenAI"), ANTHROPIC("Anthropic");

        final String title;

        Servers(String title) {
            this.title = title;
        }

        boolean has(String name) {
            return title.contains(name);
        }
    }

    /// What came of it.
    ///
    /// @param saw      the last state of the bot's message
    /// @param lost     text that was seen while it grew and is gone from that
    /// @param messages charged
    /// @param usd      booked for the answer
    /// @param spent    on all calls, also on those without an answer
    /// @param left     connections to the servers that are still open a moment later
    /// @param asked    how many times each server was asked to generate, such as `2 + 1`
    record Result(String saw, String lost, int messages, double usd, double spent, Duration took, int left,
            String asked) {}
}
