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

/// What people get when Atelier dies at the worst moments and is started again on the same data.
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;
    private Town town;

    @BeforeEach
    void open() throws IOException {
        town = new Town(folder);
        town.ollama.answers(Answers.PROJECT);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void killedWhileTheModelSpeaksItFinishesTheSameMessageAndChargesOnce() {
        var first = town.start();
        var held = modelStopsInTheMiddle();
        wish();
        sides().forEach(side -> await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING)));
        var messages = sides().stream().map(side -> side.seen().getFirst().id()).toList();
        first.kill();
        goesOn(held);
        town.start();
        sides().forEach(CrashTest::assertAnswered);
        assertThat(sides().stream().map(side -> side.seen().getFirst().id()).toList()).isEqualTo(messages);
        assertDoneOnce(2);
    }

    @Test
    void killedBeforeAStoredWishWasBegunItFulfilsItLater() {
        var first = town.start();
        town.records().holdBackJobs();
        wish();
        await().atMost(PATIENCE).until(() -> town.records().jobs("QUEUED") == 2);
        first.kill();
        town.records().letJobsBegin();
        town.start();
        sides().forEach(CrashTest::assertAnswered);
        assertDoneOnce(2);
    }

    @Test
    void killedWhileTheFinishedAnswerGoesOutItDeliversItWithoutAskingTheModelAgain() {
        var first = town.start();
        var modelHeld = town.ollama.takesPerWord(Duration.ofMillis(40))
                .holdsAfter(Answers.PROJECT.split("\\s").length);
        town.onTelegram().commands("code", "a command-line todo list in Python");
        await().atMost(PATIENCE).until(() -> town.onTelegram().words().contains(Answers.OPENING));
        var sendHeld = town.telegram.holds("editmessagetext");
        modelHeld.countDown();
        await().atMost(PATIENCE).until(() -> town.records().jobs("DONE") == 1);
        first.kill();
        sendHeld.countDown();
        town.start();
        assertAnswered(town.onTelegram());
        assertDoneOnce(1);
        assertThat(town.ollama.generations()).hasSize(1);
    }

    @Test
    void askedToEndItFinishesWhatItWorksOnFirst() {
        var first = town.start();
        var held = modelStopsInTheMiddle();
        wish();
        sides().forEach(side -> await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING)));
        first.terminate();
        goesOn(held);
        assertThat(first.exitCode(Duration.ofSeconds(20))).as("128 + SIGTERM").isEqualTo(143);
        assertThat(town.records().jobs("DONE")).isEqualTo(2);
        town.start();
        sides().forEach(CrashTest::assertAnswered);
        assertDoneOnce(2);
        assertThat(town.ollama.generations()).hasSize(2);
    }

    @Test
    void askedToEndWhileAModelHangsItEndsInTimeAndGoesOnAfterTheStart() {
        var first = town.start();
        var held = modelStopsInTheMiddle();
        wish();
        sides().forEach(side -> await().atMost(PATIENCE).until(() -> side.words().contains(Answers.OPENING)));
        first.terminate();
        assertThat(first.exitCode(Duration.ofSeconds(30))).as("128 + SIGTERM").isEqualTo(143);
        assertThat(town.records().reservations()).containsExactly("reserved", "reserved");
        goesOn(held);
        town.start();
        sides().forEach(CrashTest::assertAnswered);
        assertDoneOnce(2);
    }

    @Test
    void aQuarterOfAnHourLaterTheAnswerComesToTheDiscordChannelAsAMessage() {
        var first = town.start();
        var held = modelStopsInTheMiddle();
        town.onDiscord().commands("code", "a command-line todo list in Python");
        await().atMost(PATIENCE).until(() -> town.onDiscord().words().contains(Answers.OPENING));
        first.kill();
        town.discord.advance(Duration.ofMinutes(16));
        goesOn(held);
        town.start();
        assertAnswered(town.onDiscord());
        assertDoneOnce(1);
        assertThat(town.discord.refusals()).anySatisfy(refusal -> assertThat(refusal).contains("10015"));
    }

    private void wish() {
        sides().forEach(side -> side.commands("code", "a command-line todo list in Python"));
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

    private void assertDoneOnce(int jobs) {
        assertThat(town.records().jobs("DONE")).isEqualTo(jobs);
        assertThat(town.records().charged()).isEqualTo(jobs);
        assertThat(town.records().reservations()).hasSize(jobs).containsOnly("settled");
    }

    private static void assertAnswered(Town.Side side) {
        await().atMost(PATIENCE).until(() -> side.files("todo.py").size() == 1);
        assertThat(side.files("todo.py")).containsExactly(Answers.bytes(Answers.TODO));
        await().atMost(PATIENCE).until(() -> side.files("README.md").size() == 1);
        assertThat(side.words()).contains(Town.LOCAL).containsOnlyOnce("Files").doesNotContain("▌", "On it",
                "interrupted");
    }
}
