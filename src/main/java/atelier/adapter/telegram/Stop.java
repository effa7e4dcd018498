package atelier.adapter.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A sign to end, which also ends waiting.
final class Stop {
    private final CountDownLatch latch = new CountDownLatch(1);

    void set() {
        latch.countDown();
    }

    boolean isSet() {
        return latch.getCount() == 0;
    }

    /// Waits up to `length`; whether it is time to end.
    boolean within(Duration length) {
        try {
            return latch.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            set();
            return true;
        }
    }
}
