package atelier.cli;

import atelier.config.Config;
import atelier.engine.play.PlayLinks;
import atelier.store.Database;
import atelier.store.DatabaseAddress;
import atelier.store.DiskArtifacts;
import atelier.store.FileSweep;
import atelier.store.backup.ScheduledBackups;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What the service does for its data in the background: backups, and removing files nobody needs.
final class Upkeep implements AutoCloseable {
    /// Far longer than any work takes that has stored a file, but not yet its row.
    private static final Duration AT_WORK = Duration.ofDays(1);

    private final FileSweep sweep;
    private final @Nullable ScheduledBackups backups;

    private Upkeep(FileSweep sweep, @Nullable ScheduledBackups backups) {
        this.sweep = sweep;
        this.backups = backups;
    }

    static Upkeep of(Config config, Database database, DiskArtifacts files, Clock clock) {
        // A link to a page names its file, and nothing else may.
        var age = config.http().publicUrl() == null ? AT_WORK : AT_WORK.plus(PlayLinks.LIFE);
        var every = config.backup().every();
        var places = Databases.places(config);
        if (every != null && places.database() instanceof DatabaseAddress.Postgres server) {
            LoggerFactory.getLogger(Upkeep.class).warn("backup.every backs up the files alone, since the database is on"
                    + " PostgreSQL; back that up by {}", server.dump());
        }
        return new Upkeep(new FileSweep(database, files, age, clock),
                every == null ? null : new ScheduledBackups(places, every, config.backup().keep(), clock));
    }

    FileSweep sweep() {
        return sweep;
    }

    void start() {
        sweep.start();
        if (backups != null) {
            backups.start();
        }
    }

    @Override
    public void close() {
        sweep.close();
        if (backups != null) {
            backups.close();
        }
    }
}
