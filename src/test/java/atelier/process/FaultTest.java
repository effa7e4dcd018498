package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A few of the troubles of [Faults], which plays them all, and longer.
@Execution(ExecutionMode.CONCURRENT)
class FaultTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Telegram: connections reset", "the clock jumps an hour ahead, and back"})
    void whateverFailsOutsideEveryoneIsAnsweredAndChargedOnce(String name) throws IOException {
        var outcome = play(Misfortunes.named(name).lasting(SHORT));

        assertThat(outcome.tally().sentences()).isEmpty();
    }

    @Test
    void whileAnotherProgramLocksTheDatabaseItIsNotReadyAndLosesNothing() throws IOException {
        var outcome = play(Misfortunes.named("SQLite: locked by another process"));

        assertThat(outcome.meanwhile()).containsOnly(503);
    }

    @Test
    void onAFullDiskItSaysSoAndGoesOnWhenThereIsRoom() throws IOException {
        assumeTrue(Scene.canMount(), "skipped: no file system may be mounted here");
        var outcome = play(Misfortunes.named("the disk is full"));

        assertThat(outcome.meanwhile()).containsOnly(503);
        assertThat(outcome.tally().sentences()).containsOnlyKeys(
                "I could not store that. Please send it again in a moment.");
    }

    private Trial.Outcome play(Trouble trouble) throws IOException {
        var outcome = new Trial(trouble, 1, 4).play(folder, AtelierProcess.QUICK);
        var tally = outcome.tally();
        assertThat(tally.due()).isPositive();
        assertThat(tally.lost()).as("lost").isEmpty();
        assertThat(tally.doubledOnTelegram()).as("twice on Telegram").isEmpty();
        assertThat(tally.doubledOnDiscord()).as("twice on Discord").isEmpty();
        assertThat(tally.workedTwice()).as("worked on twice").isZero();
        assertThat(tally.wronglyCharged()).as("wrongly charged").isZero();
        assertThat(tally.open()).as("never ended").isZero();
        assertThat(outcome.after()).as("ready in the end").isEqualTo(200);
        return outcome;
    }
}
