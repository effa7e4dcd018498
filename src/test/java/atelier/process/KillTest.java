package atelier.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few of the kills of [Crashes], which does a thousand.
class KillTest {
    private static final int KILLS = 8;

    @TempDir
    private Path folder;

    @Test
    void whateverMomentItIsKilledAtEveryoneIsAnsweredAndChargedOnce() throws IOException {
        try (var town = new Kills(folder, "", AtelierProcess.QUICK, 6, 1)) {
            town.kill(KILLS);
            assertNothingLost(town.tally());
        }
    }

    @Test
    void onPostgresToo() throws IOException {
        try (var server = EmbeddedPostgres.builder().start();
                var town = new Kills(folder, server.getJdbcUrl("postgres", "postgres"), AtelierProcess.QUICK, 6, 2)) {
            town.kill(KILLS / 2);
            assertNothingLost(town.tally());
        }
    }

    private static void assertNothingLost(Tally tally) {
        assertThat(tally.said()).isPositive();
        assertThat(tally.lost()).as("lost").isEmpty();
        assertThat(tally.doubledOnTelegram()).as("twice on Telegram").isEmpty();
        assertThat(tally.doubledOnDiscord()).as("twice on Discord").isEmpty();
        assertThat(tally.workedTwice()).as("worked on twice").isZero();
        assertThat(tally.wronglyCharged()).as("wrongly charged").isZero();
        assertThat(tally.open()).as("never ended").isZero();
    }
}
