package atelier.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/// SQLite's one writing connection. Threads take turns, in Java rather than in native code, which would hold up every virtual
/// thread; and transactions that wait for each other share one commit, so that the disk is waited for once: whoever sees
/// others waiting leaves the commit to them. No transaction returns before what it did is on the disk, and one that fails
/// takes back what it did itself and nothing else.
final class SqliteWriter implements AutoCloseable {
    /// So many share a commit at most, so that the first need not wait long.
    private static final int MOST_TOGETHER = 64;

    private final Handle handle;
    private final Statement commands;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private @Nullable Commit open;

    SqliteWriter(Handle handle) {
        this.handle = handle;
        try {
            this.commands = handle.getConnection().createStatement(); // closed with its connection
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    Handle handle() {
        return handle;
    }

    /// A commit that transactions share.
    private static final class Commit {
        private final CountDownLatch over = new CountDownLatch(1);
        private int members;
        private @Nullable RuntimeException failure;

        void end(@Nullable RuntimeException why) {
            failure = why;
            over.countDown();
        }

        void await() {
            var interrupted = false;
            while (true) {
                try {
                    over.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true; // whether it was stored must be known
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw new IllegalStateException("the transaction was not stored", failure);
            }
        }
    }

    /// Returns when what `work` did is on the disk.
    <T> T inTransaction(Supplier<T> work) {
        Commit commit;
        T result;
        waiting.incrementAndGet();
        turn.lock();
        try {
            waiting.decrementAndGet();
            commit = join();
            try {
                result = attempt(commit, work);
            } finally {
                if (open == commit && (waiting.get() == 0 || commit.members >= MOST_TOGETHER)) {
                    end(commit);
                }
            }
        } finally {
            turn.unlock();
        }
        commit.await();
        return result;
    }

    private Commit join() {
        var joined = open;
        if (joined == null) {
            execute("begin immediate");
            joined = new Commit();
            open = joined;
        }
        return joined;
    }

    /// Whoever is the first in a commit has all of it to themselves, and needs no point to go back to.
    private <T> T attempt(Commit commit, Supplier<T> work) {
        var isFirst = commit.members == 0;
        if (!isFirst) {
            execute("savepoint member");
        }
        try {
            T result = work.get();
            if (!isFirst) {
                execute("release member");
            }
            commit.members++;
            return result;
        } catch (RuntimeException | Error failure) {
            takeBack(commit, isFirst);
            throw failure;
        }
    }

    private void takeBack(Commit commit, boolean isFirst) {
        try {
            if (isFirst) {
                end(commit);
            } else {
                execute("rollback to member");
                execute("release member");
            }
        } catch (RuntimeException lost) { // such as a full disk, which ends the whole transaction
            rollBack(commit, lost);
        }
    }

    private void end(Commit commit) {
        try {
            execute(commit.members > 0 ? "commit" : "rollback");
            open = null;
            commit.end(null);
        } catch (RuntimeException failure) {
            rollBack(commit, failure);
        }
    }

    private void rollBack(Commit commit, RuntimeException why) {
        open = null;
        try {
            execute("rollback");
        } catch (RuntimeException over) {
            why.addSuppressed(over); // it had been rolled back
        }
        commit.end(why);
    }

    private void execute(String command) {
        try {
            commands.execute(command);
        } catch (SQLException failure) {
            throw new UnableToExecuteStatementException(failure, null);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            handle.close();
        } finally {
            turn.unlock();
        }
    }
}
