package atelier.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.store.Database;
import atelier.store.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service backs itself up.
class ScheduledBackupsTest {
    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private DataPlaces places;

    @BeforeEach
    void fill() {
        var file = folder.resolve("atelier.db");
        Database.sqlite(file).close();
        places = new DataPlaces(folder, new DatabaseAddress.Sqlite(file), folder.resolve("vault.key"));
    }

    private List<String> zips() throws IOException {
        if (!Files.isDirectory(places.backups())) {
            return List.of();
        }
        try (var files = Files.list(places.backups())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".zip")).sorted()
                    .toList();
        }
    }

    private BackupNotes notes() {
        return new BackupNotes(places.backups(), Clock.systemUTC());
    }

    @Test
    void onlyTheNewestAreKeptAndWhatOthersPutThereStays() throws IOException {
        Files.createDirectories(places.backups().resolve(".backup123"));
        Files.writeString(places.backups().resolve(".backup123").resolve("zip"), "half");
        Files.writeString(places.backups().resolve("by-hand.zip"), "mine");
        try (var backups = new ScheduledBackups(places, OFTEN, 3, Clock.systemUTC())) {
            backups.start();
            await().until(() -> zips().size() == 4);
            var first = zips().getFirst();
            await().until(() -> !zips().contains(first));
        }

        assertThat(zips()).hasSizeBetween(4, 5).contains("by-hand.zip");
        assertThat(places.backups().resolve(".backup123")).doesNotExist();
        assertThat(notes().lastMade().orElseThrow().what()).contains("atelier-20");
        assertThat(new Restore(new DataPlaces(folder.resolve("new"),
                new DatabaseAddress.Sqlite(folder.resolve("new").resolve("atelier.db")), folder.resolve("new.key")))
                .run(places.backups().resolve(zips().getFirst())).withDatabase()).isTrue();
    }

    @Test
    void afterARestartTheNextOneIsMadeWhenItIsDue() throws IOException {
        try (var backups = new ScheduledBackups(places, Duration.ofHours(1), 7, Clock.systemUTC())) {
            backups.start();
            await().until(() -> notes().lastMade().isPresent());
        }
        assertThat(zips()).hasSize(1);
        var restarted = new ScheduledBackups(places, Duration.ofHours(1), 7, Clock.systemUTC());
        assertThat(restarted.due()).isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3600));
        var moreOften = new ScheduledBackups(places, Duration.ZERO, 7, Clock.systemUTC());
        assertThat(moreOften.due()).isBefore(Instant.now());
    }

    @Test
    void aFailureIsNotedAndTriedAgain() throws IOException {
        var database = folder.resolve("atelier.db");
        var whole = Files.readAllBytes(database);
        Files.write(database, "no database".getBytes(StandardCharsets.UTF_8));
        try (var backups = new ScheduledBackups(places, OFTEN, 7, Clock.systemUTC())) {
            backups.start();
            await().until(() -> notes().failedSince().isPresent());
            assertThat(zips()).isEmpty();

            Files.write(database, whole);
            await().until(() -> notes().lastMade().isPresent());
            await().until(() -> notes().failedSince().isEmpty());
        }
    }
}
