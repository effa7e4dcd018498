package atelier.engine.job;

import atelier.engine.port.Jobs;
import atelier.engine.port.Wakes;
import atelier.generation.Cancellation;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops jobs that run here when somebody stopped them by way of another node.
public final class Stops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);
    private static final long LOOK_EVERY_MS = 1000;

    private final Jobs jobs;
    private final Running running;
    private final Wakes wakes;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean isClosed;

    /// @param wakes says when somebody stopped something on another node
    public Stops(Jobs jobs, Running running, Wakes wakes) {
        this.jobs = jobs;
        this.running = running;
        this.wakes = wakes;
    }

    public void start() {
        wakes.on(Wakes.Matter.STOPS, news::release);
        Thread.ofVirtual().name("stops").start(() -> {
            try {
                while (!isClosed) {
                    if (news.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                    }
                    look();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void look() {
        try {
            jobs.cancelled(running.ids()).forEach(id -> running.of(id).ifPresent(Cancellation::cancel));
        } catch (RuntimeException failure) {
            LOG.debug("stops of other nodes cannot be read; trying again", failure);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        news.release();
    }
}
