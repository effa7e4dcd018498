package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.generation.TimeLimits;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import atelier.standin.Fault;
import atelier.standin.LmStudioStandIn;
import atelier.standin.OllamaStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people are told when servers are there, but not as the configuration has it.
class MisplacedServerTest {
    private static final ModelsConfig.Cloud NONE = ModelsConfig.Cloud.NONE;

    @TempDir
    Path folder;

    private int homes;

    private String told(String ollamaUrl, String lmstudioUrl) {
        var config = new ModelsConfig(ollamaUrl, lmstudioUrl, NONE, NONE, NONE, null, TimeLimits.DEFAULT);
        try (var models = Models.of(config, Clock.systemUTC());
                var atelier = new TestAtelier(home(), new TestChat(), models.router())) {
            return atelier.says("ada", "What is the capital of France?").text();
        }
    }

    private Path home() {
        homes++;
        try {
            return Files.createDirectory(folder.resolve("home" + homes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void lmStudioWhereOllamaIsMeantToBeIsNamedWithItsSetting() {
        try (var server = new LmStudioStandIn()) {
            server.hasModel("qwen/qwen3-8b");

            assertThat(told(server.url(), "")).contains("Where `ollama.url` points, LM Studio answers",
                    "as `lmstudio.url` in config.yml").doesNotContain("Start Ollama");
        }
    }

    @Test
    void ollamaWhereLmStudioIsMeantToBeIsNamedWithItsSetting() {
        try (var server = new OllamaStandIn()) {
            server.hasModel("gemma3:4b");

            assertThat(told("", server.url())).contains("Where `lmstudio.url` points, Ollama answers",
                    "as `ollama.url` in config.yml").doesNotContain("Start Ollama");
        }
    }

    @Test
    void aConnectionThatWasCutIsNoServerThatIsOff() {
        try (var server = new OllamaStandIn()) {
            server.hasModel("gemma3:4b");
            server.fails(Fault.CUT_BEFORE_HEADERS);

            assertThat(told(server.url(), "")).contains("connection lost", "The connection was cut")
                    .doesNotContain("Start Ollama");
            server.goesDown();
            assertThat(told(server.url(), "")).contains("Start Ollama");
        }
    }
}
