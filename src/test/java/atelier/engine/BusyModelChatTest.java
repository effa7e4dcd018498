package atelier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.generation.CallListener;
import atelier.generation.Health;
import atelier.generation.Oversight;
import atelier.generation.Queueing;
import atelier.generation.Spending;
import atelier.generation.TaskRanking;
import atelier.generation.TimeLimits;
import atelier.generation.setup.Models;
import atelier.generation.setup.ModelsConfig;
import atelier.generation.turn.LocalTurns;
import atelier.standin.OllamaStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several people and one model that answers one of them at a time.
class BusyModelChatTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private final TestChat chat = new TestChat();
    private final OllamaStandIn ollama = new OllamaStandIn();
    private Models models;
    private TestAtelier atelier;
    private CountDownLatch held;

    @BeforeEach
    void open() {
        ollama.hasModel("llama3.2:latest").answers("Words from home.");
        var none = ModelsConfig.Cloud.NONE;
        models = Models.of(new ModelsConfig(ollama.url(), "", none, none, none, null, TimeLimits.DEFAULT),
                Health.PERIOD, new Oversight(Spending.UNLIMITED, TaskRanking.NONE, CallListener.NONE,
                        new Queueing(new LocalTurns(), new Queueing.Capacity(Map.of(), 1, 32), Queueing.PATIENCE)),
                Clock.systemUTC());
        atelier = new TestAtelier(folder, chat, models.router());
        held = ollama.holdsAfter(1);
        chat.says("ada", "write a haiku about rain");
        await().atMost(PATIENCE).until(() -> !ollama.generations().isEmpty());
    }

    @AfterEach
    void close() {
        held.countDown();
        atelier.close();
        models.close();
        ollama.close();
    }

    private void waits(String person, int before) {
        await().atMost(PATIENCE).until(() -> atelier.shows(person,
                "Waiting for ollama/llama3.2:latest: " + before + " before you"));
    }

    @Test
    void theSecondSeesWhomTheyWaitForAndIsAnsweredInTheSameMessage() {
        chat.says("bob", "write a haiku about snow");
        waits("bob", 1);

        held.countDown();
        atelier.awaitIdle();

        assertThat(chat.shownTo("bob")).singleElement()
                .satisfies(post -> assertThat(post.text()).contains("Words from home.").doesNotContain("Waiting"));
        assertThat(ollama.mostAtOnce()).isEqualTo(1);
        assertThat(atelier.used("bob")).isEqualTo(1);
    }

    @Test
    void stopWorksWhileWaitingAndCostsNothing() {
        chat.says("bob", "write a haiku about snow");
        waits("bob", 1);

        chat.presses("bob", "Stop");

        await().atMost(PATIENCE).until(() -> atelier.shows("bob", "Stopped. Nothing was charged."));
        assertThat(atelier.used("bob")).isZero();
        held.countDown();
        atelier.awaitIdle();
        assertThat(ollama.generations()).as("the model never heard of it").hasSize(1);
    }
}
