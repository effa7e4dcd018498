package atelier.engine.job;

import atelier.engine.port.Jobs;
import atelier.generation.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops jobs that run here when somebody stopped them by way of another node.
public final class Stops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);
    private static final long LOOK_EVERY_MS = 250;

    private final Jobs jobs;
    private final Running running;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Stops(Jobs jobs, Running running) {
        this.jobs = jobs;
        this.running = running;
    }

    public void start() {
        Thread.ofVirtual().name("stops").start(() -> {
            try {
                while (!closed.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
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
        closed.countDown();
    }
}
