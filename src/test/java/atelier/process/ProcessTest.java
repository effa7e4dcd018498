package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What people get from a running Atelier.
@Execution(ExecutionMode.CONCURRENT)
class ProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        town = new Town(folder);
        town.ollama.answers(Answers.PROJECT);
        town.gemini.answers(Answers.PROJECT);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anAnswerGrowsAndArrivesOnceWithItsFilesOnBothPlatforms() {
        var atelier = town.start();
        var held = modelStopsInTheMiddle();
        for (var side : sides()) {
            side.commands("code", "a command-line todo list in Python");
        }
        for (var side : sides()) {
            await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING));
            assertThat(side.seen()).hasSize(1).allSatisfy(shown -> assertThat(shown.buttons()).contains("Stop"));
        }
        goesOn(held);
        sides().forEach(side -> assertAnswered(side, Town.LOCAL + " on Ollama (local)"));
        assertThat(town.discord.seenBy(Town.PERSON)).hasSize(1);
        assertThat(town.telegram.seenBy(Town.PERSON)).as("the words and two documents").hasSize(3);
        assertThat(atelier.get("/metrics").body()).containsPattern("atelier_jobs_seconds_count\\{.*done.*} 2");
        assertThat(town.records().charged()).isEqualTo(2);
        assertThat(atelier.log()).doesNotContain("WARN", "ERROR", town.telegram.token(), town.discord.token());
    }

    @Test
    void theCloudAnswersAndSaysWhyWhenTheLocalModelIsDown() {
        town.ollama.goesDown();
        town.start();
        sides().forEach(side -> side.commands("code", "a command-line todo list in Python"));
        for (var side : sides()) {
            assertAnswered(side, Town.CLOUD + " on Gemini (cloud)");
            assertThat(side.words()).contains("because Ollama");
        }
        assertThat(town.gemini.generations()).hasSize(2);
    }

    @Test
    void theStopButtonEndsTheModelsWorkAndCostsNothing() throws InterruptedException {
        town.start();
        modelStopsInTheMiddle();
        for (var side : sides()) {
            side.commands("code", "a command-line todo list in Python");
            await().atMost(PATIENCE).until(() -> side.words().contains("A "));
            side.presses("Stop");
            assertThat(town.ollama.awaitClientGone(PATIENCE)).isTrue();
            await().atMost(PATIENCE).until(() -> side.words().contains("Stopped. Nothing was charged."));
            side.commands("quota", "");
            await().atMost(PATIENCE).until(() -> side.words().contains("0 of 25 messages"));
        }
        assertThat(town.records().reservations()).containsExactly("released", "released");
    }

    private List<Town.Side> sides() {
        return List.of(town.onTelegram(), town.onDiscord());
    }

    private CountDownLatch modelStopsInTheMiddle() {
        town.ollama.takesPerWord(Duration.ofMillis(60));
        return town.ollama.holdsAfter(50);
    }

    private void goesOn(CountDownLatch held) {
        town.ollama.takesPerWord(Duration.ZERO);
        held.countDown();
    }

    private static void assertAnswered(Town.Side side, String who) {
        await().atMost(PATIENCE).until(() -> side.files("todo.py").size() == 1);
        assertThat(side.files("todo.py")).containsExactly(Answers.bytes(Answers.TODO));
        assertThat(side.files("README.md")).containsExactly(Answers.bytes(Answers.NOTES));
        assertThat(side.words()).contains(who).containsOnlyOnce("Files")
                .doesNotContain("▌", "On it");
    }
}
