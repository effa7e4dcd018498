package atelier.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes stored files that no row refers to any more, such as zips whose message was forgotten, once they are older than
/// whatever may still need them. A row refers to a file by its hash, in a column called `sha256` or within a message.
public final class FileSweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final List<String> DIGITS = "0123456789abcdef".chars().mapToObj(Character::toString)
            .toList();
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private final Database database;
    private final DiskArtifacts files;
    private final Duration age;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param age for how long a file may be needed without a row, such as one that running work stored before its row
    public FileSweep(Database database, DiskArtifacts files, Duration age, InstantSource clock) {
        this.database = database;
        this.files = files;
        this.age = age;
        this.clock = clock;
    }

    /// Sweeps now and then every day.
    public void start() {
        Thread.ofVirtual().name("file sweep").start(() -> {
            try {
                do {
                    tryToSweep();
                } while (!closed.await(EVERY.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void tryToSweep() {
        try {
            var removed = sweep();
            if (removed > 0) {
                LOG.info("removed {} files that nobody needs any more", removed);
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("files that nobody needs any more could not be removed; trying again tomorrow", failure);
        }
    }

    /// A part of the hashes at a time, so that memory does not grow with all files there ever were.
    ///
    /// @return how many files were removed
    int sweep() throws IOException {
        var moment = clock.instant().minus(age);
        int removed = 0;
        for (var digit : DIGITS) {
            var unneeded = files.storedBefore(moment, digit);
            if (!unneeded.isEmpty() && closed.getCount() > 0) {
                unneeded.removeAll(named(unneeded));
                for (var hash : unneeded) {
                    removed += files.removeUnlessStoredSince(hash, moment) ? 1 : 0;
                    removeShared(hash, moment);
                }
            }
        }
        return removed;
    }

    /// Removes at once those of these files that no row refers to any more, whatever their age.
    void removeUnneeded(Set<String> hashes) {
        try {
            var unneeded = new HashSet<>(hashes);
            unneeded.removeAll(named(unneeded));
            for (var hash : unneeded) {
                files.remove(hash);
                removeShared(hash, Instant.ofEpochMilli(Long.MAX_VALUE));
            }
        } catch (IOException | RuntimeException failure) {
            LOG.warn("files that nobody needs any more could not be removed; the daily sweep tries again", failure);
        }
    }

    private void removeShared(String hash, Instant moment) {
        database.write(handle -> handle
                .createUpdate("delete from artifact where sha256 = :hash and stored_at < :moment").bind("hash", hash)
                .bind("moment", moment.toEpochMilli()).execute());
    }

    private Set<String> named(Set<String> candidates) {
        // PostgreSQL hands out rows little by little within a transaction only.
        return database.read(handle -> handle.inTransaction(open -> {
            var named = new HashSet<String>();
            places(open).forEach((table, columns) -> columns.forEach(column -> {
                open.createQuery("select " + column + " from " + table).setFetchSize(1000).mapTo(String.class)
                        .forEach(cell -> HASH.matcher(String.valueOf(cell)).results().map(found -> found.group())
                                .filter(candidates::contains).forEach(named::add));
            }));
            return named;
        }));
    }

    /// Where hashes stand: every column of that name, so that a table added tomorrow keeps its files too, and messages, which
    /// name theirs within.
    private static Map<String, Set<String>> places(Handle handle) {
        var places = new TreeMap<String, Set<String>>();
        places.put("outbox", new TreeSet<>(Set.of("draft")));
        var connection = handle.getConnection();
        try (var columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%sha256")) {
            while (columns.next()) {
                places.computeIfAbsent(columns.getString("TABLE_NAME"), _ -> new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME"));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        places.remove("artifact"); // the files themselves
        if (!places.containsKey("made_file")) {
            throw new IllegalStateException(
                    "the table of made files is not found, so no file can be told to be unneeded");
        }
        return places;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
