package atelier.engine.port;

import atelier.chat.Delivery;
import atelier.chat.Platform;
import atelier.intent.Intent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/// What is counted. Labels hold kinds, never content or people.
public final class Meters {
    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    public void received(Platform platform) {
        registry.counter("atelier.events", "platform", label(platform)).increment();
    }

    public void understood(Intent intent) {
        registry.counter("atelier.intents", "kind", label(intent.kind())).increment();
    }

    public void jobEnded(Intent intent, Job.State state, Duration took) {
        registry.timer("atelier.jobs", "kind", label(intent.kind()), "outcome", label(state)).record(took);
    }

    public void delivery(Platform platform, Delivery delivery) {
        registry.counter("atelier.deliveries", "platform", label(platform), "outcome",
                delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT)).increment();
    }

    /// @param running number of jobs being worked on
    public void watch(IntSupplier running, Outbox outbox) {
        registry.gauge("atelier.jobs.running", running, IntSupplier::getAsInt);
        registry.gauge("atelier.outbox.waiting", outbox, Outbox::waiting);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
