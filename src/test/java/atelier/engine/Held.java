package atelier.engine;

import static org.awaitility.Awaitility.await;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.intent.Intent;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A melody creator that waits until it is released or stopped.
final class Held implements Creator<Intent.ComposeMelody> {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public Creation create(Intent.ComposeMelody intent, Workbench bench) {
        begun.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            hold(bench);
        } finally {
            atOnce.decrementAndGet();
        }
        return TestAtelier.quick().create(intent, bench);
    }

    private void hold(Workbench bench) {
        var over = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                released.await();
                over.countDown();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try (var _ = bench.cancellation().onCancel(over::countDown)) {
            over.await();
        } catch (InterruptedException _) {
            throw new CancellationException();
        }
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException();
        }
    }

    /// How often work began.
    int begun() {
        return begun.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    void awaitBegun() {
        await().atMost(Duration.ofSeconds(20)).until(() -> begun.get() > 0);
    }

    void release() {
        released.countDown();
    }
}
