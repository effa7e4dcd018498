package atelier.cli.doctor;

import atelier.config.Config;
import atelier.store.backup.BackupNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When the newest backup was made, by the service or by `admin backup`.
///
/// @param database the file of the database; null where that is on a server
record BackupCheck(Config config, @Nullable Path database, Clock clock) implements Check {
    private static final Duration OLD = Duration.ofDays(7);
    private static final String WHAT_TO_DO = "Run `admin backup --to FILE`, or set `backup.every`.";

    @Override
    public String subject() {
        return "Backup";
    }

    @Override
    public List<Finding> findings() {
        if (database != null && !Files.exists(database)) {
            return List.of(); // nothing to lose yet
        }
        var notes = new BackupNotes(config.dataDir().resolve("backups"), clock);
        var findings = new ArrayList<Finding>();
        notes.failedSince().ifPresent(failure -> findings.add(Finding.doubtful(Ailment.BACKUP_FAILED, subject(),
                "the last one failed, " + ago(failure) + " ago (" + failure.what().replaceFirst("\\.$", "") + ")",
                "Mend that; there is none newer than said below.")));
        findings.add(notes.lastMade().map(this::newest)
                .orElseGet(
                        () -> Finding.doubtful(Ailment.BACKUP_NONE, subject(), "none was ever made here", WHAT_TO_DO)));
        if (database == null) {
            findings.add(Finding.fine(subject(), "the database is on PostgreSQL, so pg_dump backs it up, not Atelier"));
        }
        return findings;
    }

    private Finding newest(BackupNotes.Note made) {
        var sentence = "the newest is " + ago(made) + " old (" + made.what() + ")";
        var every = config.backup().every();
        var limit = every == null ? OLD : every.multipliedBy(2).plusHours(1);
        return Duration.between(made.at(), clock.instant()).compareTo(limit) > 0
                ? Finding.doubtful(Ailment.BACKUP_OLD, subject(), sentence, WHAT_TO_DO)
                : Finding.fine(subject(), sentence);
    }

    private String ago(BackupNotes.Note note) {
        var age = Duration.between(note.at(), clock.instant());
        return age.toDays() >= 2
                ? age.toDays() + " days"
                : age.toHours() >= 2 ? age.toHours() + " hours" : Math.max(0, age.toMinutes()) + " minutes";
    }
}
