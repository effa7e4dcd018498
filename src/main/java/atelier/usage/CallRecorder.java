package atelier.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes calls without keeping anybody waiting and writes them in batches. Thread-safe.
///
/// What has not been written when the process is killed is lost, and so is what comes while the queue is full: records teach, they
/// charge nobody.
public final class CallRecorder implements Consumer<Call>, AutoCloseable {
    /// How many calls may wait.
    public static final int ROOM = 2000;
    /// How long the first of a batch waits for others.
    public static final Duration LINGER = Duration.ofSeconds(1);
    private static final int BATCH = 200;
    private static final Duration LAST_WRITE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);

    private final Calls calls;
    private final Duration linger;
    private final BlockingQueue<Call> waiting;
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong lost = new AtomicLong();
    private volatile @Nullable Thread thread;

    public CallRecorder(Calls calls) {
        this(calls, ROOM, LINGER);
    }

    CallRecorder(Calls calls, int room, Duration linger) {
        this.calls = calls;
        this.linger = linger;
        this.waiting = new ArrayBlockingQueue<>(room);
    }

    /// Writes from now on.
    public void start() {
        thread = Thread.ofVirtual().name("calls").start(this::run);
    }

    /// Takes a call; never waits and never throws.
    @Override
    public void accept(Call call) {
        if (closed.getCount() > 0 && waiting.offer(call)) {
            arrived.release();
        } else if (lost.getAndIncrement() == 0) {
            LOG.warn("a record of a model call was lost: too many at once");
        }
    }

    private void run() {
        try {
            var last = false;
            while (!last) {
                arrived.acquire();
                last = closed.await(linger.toNanos(), TimeUnit.NANOSECONDS);
                arrived.drainPermits();
                flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what waits, if any of it is of this work or a part of it (`job.1`); else only lets a write under way come to its end.
    public void flush(String job) {
        writing.lock();
        try {
            if (waiting.stream().anyMatch(call -> isOf(job, call.whom().job()))) {
                flush();
            }
        } finally {
            writing.unlock();
        }
    }

    /// What this work and its parts cost, whether that is written yet or not.
    public Cost spent(String job) {
        writing.lock();
        try {
            var unwritten = waiting.stream().filter(call -> isOf(job, call.whom().job())).map(Call::cost)
                    .reduce(Cost.NOTHING, Cost::plus);
            return unwritten.plus(calls.spent(job));
        } finally {
            writing.unlock();
        }
    }

    private static boolean isOf(String job, String part) {
        return part.startsWith(job) && (part.length() == job.length() || part.charAt(job.length()) == '.');
    }

    /// Writes what waits, now, so that it can be read.
    public void flush() {
        writing.lock();
        try {
            var batch = new ArrayList<Call>(BATCH);
            while (waiting.drainTo(batch, BATCH) > 0) {
                write(batch);
                batch.clear();
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(List<Call> batch) {
        try {
            calls.add(batch);
        } catch (RuntimeException failure) {
            lost.addAndGet(batch.size());
            LOG.warn("{} records of model calls could not be written", batch.size(), failure);
        }
    }

    /// How many calls were taken but never written.
    public long lost() {
        return lost.get();
    }

    /// Writes what waits and takes no more.
    @Override
    public void close() {
        closed.countDown();
        arrived.release();
        var running = thread;
        try {
            if (running != null && !running.join(LAST_WRITE)) {
                LOG.warn("the last records of model calls are not written yet; leaving them");
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        flush();
    }
}
