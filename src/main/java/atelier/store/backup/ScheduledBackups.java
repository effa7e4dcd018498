package atelier.store.backup;

import atelier.chat.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a backup every so often and removes old ones. A failure is logged and noted, and tried again; it never keeps the
/// service from working.
public final class ScheduledBackups implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern OWN = Pattern.compile("atelier-\\d{8}-\\d{6}-\\d{3}\\.zip");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'atelier-'yyyyMMdd-HHmmss-SSS'.zip'")
            .withZone(ZoneOffset.UTC);

    private final Backup backup;
    private final Path folder;
    private final Duration every;
    private final int keep;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// @param every from one backup to the next, over restarts
    /// @param keep  how many are kept
    public ScheduledBackups(DataPlaces places, Duration every, int keep, InstantSource clock) {
        this.backup = new Backup(places, clock);
        this.folder = places.backups();
        this.every = every;
        this.keep = keep;
        this.clock = clock;
    }

    /// Begins; the first one is made at once when the newest is too old.
    public void start() {
        // The database's own copying is native code, which would hold up virtual threads.
        thread = Thread.ofPlatform().daemon().name("backups").start(() -> {
            try {
                removeUnfinished();
                var next = due();
                while (!closed.await(Math.max(0, Duration.between(clock.instant(), next).toMillis()),
                        TimeUnit.MILLISECONDS)) {
                    next = clock.instant().plus(make() ? every : pauseAfterFailure());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Duration pauseAfterFailure() {
        return every.compareTo(LONGEST_PAUSE_AFTER_FAILURE) < 0 ? every : LONGEST_PAUSE_AFTER_FAILURE;
    }

    /// When the next one is to be made.
    Instant due() {
        try {
            var all = own();
            return all.isEmpty()
                    ? clock.instant()
                    : NAME.parse(all.getLast().getFileName().toString(), Instant::from).plus(every);
        } catch (IOException unreadable) {
            return clock.instant();
        }
    }

    private boolean make() {
        try {
            var file = folder.resolve(NAME.format(clock.instant()));
            var made = backup.make(file, false);
            LOG.info("made the backup {} ({} files, {} bytes)", file.getFileName(), made.files(), made.bytes());
            var all = own();
            for (var old : all.subList(0, Math.max(0, all.size() - keep))) {
                Files.deleteIfExists(old);
            }
            return true;
        } catch (UserFacingException failure) {
            if (closed.getCount() > 0) {
                LOG.error("{}", failure.sentence());
            }
        } catch (IOException | RuntimeException failure) {
            LOG.error("a backup failed", failure);
        }
        return false;
    }

    /// Oldest first.
    private List<Path> own() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> OWN.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    /// What a power cut left.
    private void removeUnfinished() {
        try (var folders = Files.newDirectoryStream(Files.createDirectories(folder), Backup.UNFINISHED + "*")) {
            for (var left : folders) {
                try (var files = Files.newDirectoryStream(left)) {
                    for (var file : files) {
                        Files.delete(file);
                    }
                }
                Files.delete(left);
            }
        } catch (IOException failure) {
            LOG.warn("an unfinished backup in {} could not be removed: {}", folder, failure.toString());
        }
    }

    /// One that is being made is given up.
    @Override
    public void close() {
        closed.countDown();
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
