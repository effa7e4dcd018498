package atelier.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteException;

/// Whether the database takes what is written to it. A failure is told once, in a sentence that says what to do; from then on
/// a small write is tried every second until one succeeds.
final class WriteHealth implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteHealth.class);
    private static final long TRIES_EVERY_MS = 1000;

    /// Why nothing can be written.
    enum Trouble {
        FULL("The disk with the database is full. Free some space; it goes on by itself then."), LOCKED(
                "Another program keeps the database locked. End that program, or wait until it is done; it goes on by itself then."), UNREACHABLE(
                        "The database cannot be reached. See whether its server runs; it goes on by itself when it is back."), BROKEN(
                                "The database cannot be written. Look at its disk, and at who may write there; `doctor` says more.");

        final String sentence;

        Trouble(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Runnable trial;
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param trial writes something, or throws
    WriteHealth(Runnable trial) {
        this.trial = trial;
    }

    boolean isSound() {
        return trouble.get() == null;
    }

    /// To be told of what broke a transaction.
    void failed(Trouble found) {
        if (trouble.compareAndSet(null, found)) {
            LOG.error("{} Until then commands are refused, and messages wait.", found.sentence);
            Thread.ofVirtual().name("storage").start(this::tryUntilWritten);
        }
    }

    private void tryUntilWritten() {
        try {
            while (!closed.await(TRIES_EVERY_MS, TimeUnit.MILLISECONDS)) {
                try {
                    trial.run();
                    trouble.set(null);
                    LOG.info("The database can be written again.");
                    return;
                } catch (RuntimeException still) {
                    LOG.debug("the database still cannot be written", still);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Null when the failure has another reason than storage.
    static @Nullable Trouble troubleIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var found = cause instanceof SQLException sql ? of(sql) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Trouble of(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return switch (sqlite.getResultCode().code & 0xff) {
                case 5, 6 -> Trouble.LOCKED;
                case 8, 10, 11, 14, 26 -> Trouble.BROKEN;
                case 13 -> Trouble.FULL;
                default -> null;
            };
        }
        var state = String.valueOf(failure.getSQLState());
        if (state.equals("53100")) {
            return Trouble.FULL;
        }
        return state.startsWith("08") || state.startsWith("57P") || failure instanceof SQLTransientConnectionException
                ? Trouble.UNREACHABLE
                : null;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
