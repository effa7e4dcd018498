package atelier.engine;

import atelier.engine.port.Buttons;
import atelier.engine.port.Inbox;
import atelier.engine.port.Outbox;
import atelier.engine.port.Parts;
import atelier.engine.port.PersonalData;

import atelier.quota.budget.Budgets;
import atelier.usage.Calls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what has done its service: events no platform delivers again, messages long sent, buttons nobody presses any
/// more; and what of people has been kept long enough.
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration MESSAGES = Duration.ofDays(7);
    private static final Duration BUTTONS = Duration.ofDays(90);
    private static final Duration BOOKS = Duration.ofDays(400);
    private static final long EVERY_HOURS = 6;

    private final Inbox inbox;
    private final Outbox outbox;
    private final Buttons buttons;
    private final Calls calls;
    private final Budgets budgets;
    private final PersonalData personal;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    Sweeper(Parts parts) {
        this.inbox = parts.inbox();
        this.outbox = parts.outbox();
        this.buttons = parts.buttons();
        this.calls = parts.records().calls();
        this.budgets = parts.budgets();
        this.personal = parts.personal();
        this.clock = parts.clock();
    }

    void start() {
        Thread.ofVirtual().name("sweeper").start(() -> {
            try {
                do {
                    sweep();
                } while (!closed.await(EVERY_HOURS, TimeUnit.HOURS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void sweep() {
        try {
            var now = clock.instant();
            inbox.forget(now.minus(personal.retention().events()));
            personal.expire(now);
            outbox.forget(now.minus(MESSAGES));
            buttons.forget(now.minus(BUTTONS));
            calls.forget(now.minus(personal.retention().calls()));
            budgets.forget(now.minus(BOOKS));
        } catch (RuntimeException failure) {
            LOG.warn("old rows could not be removed; trying again in {} hours", EVERY_HOURS, failure);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
