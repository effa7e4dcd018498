package atelier.store;

import atelier.engine.port.JobQueue;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The job queue of a process that is alone with its database: what is durable of it are the jobs themselves, whose rows say
/// what is queued or running; their order is kept in memory, and made anew at the start. So a job costs the database nothing
/// beyond its own row, and begins the moment it is stored.
public final class LocalJobQueue implements JobQueue {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJobQueue.class);
    private static final Duration RETRY = Duration.ofSeconds(3);
    /// Whoever waits so long counts one priority more, so that no tier waits for ever behind a busier one.
    private static final Duration RISES_EVERY = Duration.ofSeconds(20);

    private final Database database;
    private final int atOnce;
    private final Duration drain;
    private final LongToIntFunction priorityOf;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Waiting::turn).thenComparingLong(Waiting::number));
    /// Those that wait or run.
    private final Set<String> known = new HashSet<>();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
    private final ScheduledExecutorService later = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("jobs again").factory());
    private int running;
    private long numbers;
    private boolean isClosed;
    private @Nullable Runner runner;

    /// @param turn when it would have come had it no priority, in milliseconds of the system's timer
    private record Waiting(String job, int priority, long turn, long number) {}

    /// @param atOnce     most jobs at once
    /// @param drain      how long [#close] waits for running jobs
    /// @param priorityOf an account's priority
    public LocalJobQueue(Database database, int atOnce, Duration drain, LongToIntFunction priorityOf) {
        this.database = database;
        this.atOnce = atOnce;
        this.drain = drain;
        this.priorityOf = priorityOf;
    }

    @Override
    public void submit(String job, int priority) {
        database.afterCommit(() -> take(job, priority));
    }

    @Override
    public void recover() {
        database.write(handle -> handle.createUpdate("delete from scheduled_tasks").execute()); // of earlier versions
        var left = database.read(handle -> handle.createQuery("""
                select id, account_id from job where state in ('QUEUED', 'RUNNING') order by created_at, id""")
                .map((row, _) -> new Left(row.getString("id"), row.getLong("account_id"))).list());
        left.forEach(job -> submit(job.id(), priorityOf.applyAsInt(job.account())));
    }

    private record Left(String id, long account) {}

    @Override
    public int length() {
        lock.lock();
        try {
            return known.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start(Runner work) {
        lock.lock();
        try {
            runner = work;
            begin();
        } finally {
            lock.unlock();
        }
    }

    private void take(String job, int priority) {
        lock.lock();
        try {
            if (known.add(job)) {
                enqueue(job, priority);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(String job, int priority) {
        var turn = TimeUnit.NANOSECONDS.toMillis(System.nanoTime()) - priority * RISES_EVERY.toMillis();
        waiting.add(new Waiting(job, priority, turn, numbers++));
        begin();
    }

    /// Begins as many as may run. Holds the lock.
    private void begin() {
        var work = runner;
        while (work != null && !isClosed && running < atOnce && !waiting.isEmpty()) {
            var next = waiting.remove();
            running++;
            threads.execute(() -> run(next, work));
        }
    }

    private void run(Waiting next, Runner work) {
        var isOver = false;
        try {
            work.run(next.job());
            isOver = true;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.debug("job {} comes again", next.job(), failure);
        } finally {
            end(next, isOver);
        }
    }

    private void end(Waiting ended, boolean isOver) {
        lock.lock();
        try {
            running--;
            if (isOver) {
                known.remove(ended.job());
            } else if (!isClosed) {
                var _ = later.schedule(() -> again(ended), RETRY.toMillis(), TimeUnit.MILLISECONDS);
            }
            begin();
        } finally {
            lock.unlock();
        }
    }

    private void again(Waiting ended) {
        lock.lock();
        try {
            enqueue(ended.job(), ended.priority());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
        } finally {
            lock.unlock();
        }
        later.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
