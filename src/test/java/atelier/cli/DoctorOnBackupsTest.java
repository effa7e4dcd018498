package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.cli.doctor.Ailment;
import atelier.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor knows how old the newest backup is.
class DoctorOnBackupsTest {
    @TempDir
    Path home;

    private Examination examined(Duration later, String more) throws IOException {
        return Examination.of(home, Examination.NO_MODELS + more,
                Clock.offset(Clock.systemUTC(), later));
    }

    private AdminRun backsUp(String name) throws IOException {
        return AdminRun.of(home, "data-dir: " + home.resolve("data") + "\n", "backup", "--to",
                home.resolve(name).toString());
    }

    @Test
    void itSaysHowOldTheNewestIsAndWarnsOfAnOldOneOrNone() throws IOException {
        assertThat(examined(Duration.ZERO, "").lines()).noneMatch(line -> line.contains("Backup"));
        Files.createDirectories(home.resolve("data"));
        Database.sqlite(home.resolve("data").resolve("atelier.db")).close();
        examined(Duration.ZERO, "").says(Ailment.BACKUP_NONE, "⚠ Backup: none was ever made here", "admin backup", 0);

        backsUp("one.zip").succeeds();

        examined(Duration.ofHours(5).plusMinutes(1), "").says("✓ Backup: the newest is 5 hours old", "one.zip", 0);
        examined(Duration.ofDays(8), "").says(Ailment.BACKUP_OLD, "⚠ Backup: the newest is 8 days old", "backup.every",
                0);
        examined(Duration.ofDays(3), "backup.every: 24h\n").says(Ailment.BACKUP_OLD,
                "⚠ Backup: the newest is 3 days old", "one.zip", 0);
    }

    @Test
    void aFailureIsToldUntilOneIsMade() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Database.sqlite(home.resolve("data").resolve("atelier.db")).close();
        backsUp("one.zip").succeeds();
        assertThat(backsUp("one.zip").code()).isEqualTo(1);
        examined(Duration.ofHours(2).plusMinutes(1), "").says(Ailment.BACKUP_FAILED,
                "⚠ Backup: the last one failed, 2 hours ago (",
                "exists already", 0);

        backsUp("two.zip").succeeds();

        assertThat(examined(Duration.ZERO, "").lines()).noneMatch(line -> line.contains("failed"));
    }
}
