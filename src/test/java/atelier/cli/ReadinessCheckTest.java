package atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What whoever watches the service is told of it.
class ReadinessCheckTest {
    @Test
    void saysOfStorageAndDoorsWhetherTheyWork() {
        var readiness = new ReadinessCheck(() -> true, () -> Map.of("DISCORD", false), Duration.ofMinutes(1));

        assertThat(readiness.parts()).containsOnly(Map.entry("storage", true), Map.entry("DISCORD", false));
    }

    @Test
    void aStorageThatSaysNothingKeepsNobodyWaiting() {
        var never = new CountDownLatch(1);
        var readiness = new ReadinessCheck(() -> true, () -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Map.of();
        }, Duration.ofMillis(1));

        assertThat(readiness.parts()).containsOnly(Map.entry("storage", false));
        never.countDown();
    }

    @Test
    void aStorageThatIsAwayIsToldAsSuch() {
        var readiness = new ReadinessCheck(() -> true, () -> {
            throw new IllegalStateException("away");
        }, Duration.ofMinutes(1));

        assertThat(readiness.parts()).containsOnly(Map.entry("storage", false));
    }
}
