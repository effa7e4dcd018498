package atelier.engine;

import static org.awaitility.Awaitility.await;

import atelier.create.Creation;
import atelier.create.Creator;
import atelier.create.Workbench;
import atelier.intent.Intent;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/// A melody creator that waits until it is released or stopped.
final class Held implements Creator<Intent.ComposeMelody> {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public Creation create(Intent.ComposeMelody intent, Workbench bench) {
        begun.countDown();
        try (var _ = bench.cancellation().onCancel(released::countDown)) {
            released.await();
        } catch (InterruptedException _) {
            throw new CancellationException();
        }
        if (bench.cancellation().isCancelled()) {
            throw new CancellationException();
        }
        return TestAtelier.quick().create(intent, bench);
    }

    void awaitBegun() {
        await().atMost(Duration.ofSeconds(20)).until(() -> begun.getCount() == 0);
    }

    void release() {
        released.countDown();
    }
}
