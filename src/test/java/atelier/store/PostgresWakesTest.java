package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.engine.port.Wakes.Matter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// News between nodes.
class PostgresWakesTest {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicInteger outbox = new AtomicInteger();
    private Database here;
    private Database there;
    private PostgresWakes tells;
    private PostgresWakes hears;

    @BeforeEach
    void open() throws InterruptedException {
        var url = SERVER.freshUrl();
        here = Database.postgres(url);
        there = Database.postgres(url);
        tells = new PostgresWakes(here, "here");
        hears = new PostgresWakes(there, "there");
        tells.start();
        hears.start();
        assertThat(hears.awaitListening(Duration.ofSeconds(20))).isTrue();
        hears.on(Matter.JOBS, jobs::incrementAndGet);
        hears.on(Matter.OUTBOX, outbox::incrementAndGet);
    }

    @AfterEach
    void close() {
        tells.close();
        hears.close();
        here.close();
        there.close();
    }

    @Test
    void theOthersHearOfItOnceItIsCommitted() {
        here.inTransaction(() -> {
            tells.wake(Matter.JOBS);
            return true;
        });

        await().atMost(Duration.ofSeconds(10)).until(() -> jobs.get() > 0);
        assertThat(outbox).hasValue(0);
    }

    @Test
    void howeverMuchIsNewFewNotificationsAreSent() {
        var began = System.nanoTime();
        for (var news = 0; news < 2_000; news++) {
            tells.wake(Matter.JOBS);
        }
        tells.wake(Matter.OUTBOX);
        await().atMost(Duration.ofSeconds(10)).until(() -> outbox.get() > 0);
        var tenths = (System.nanoTime() - began) / PostgresWakes.BETWEEN.toNanos() + 2;

        assertThat(jobs).hasPositiveValue().hasValueLessThanOrEqualTo((int) tenths);
    }

    @Test
    void aListenerThatLostItsConnectionHearsAgainAndLooksForWhatItMissed() {
        here.write(handle -> handle.createQuery("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where query ilike 'listen%' and datname = current_database()""").mapTo(Boolean.class).list());

        await().atMost(Duration.ofSeconds(20)).until(() -> jobs.get() > 0 && outbox.get() > 0);
        var before = jobs.get();
        tells.wake(Matter.JOBS);
        await().atMost(Duration.ofSeconds(10)).until(() -> jobs.get() > before);
    }

    @Test
    void whoAsksAnotherNodeAtTheSameMomentIsAnsweredAll() throws InterruptedException {
        var url = SERVER.freshUrl();
        try (var asking = new NewsNode(url, "asking"); var holding = new NewsNode(url, "holding")) {
            holding.holds();

            assertThat(asking.signsAtOnce(300)).hasSize(300)
                    .allSatisfy(address -> assertThat(address.messageId()).isEqualTo("1"));
        }
    }

    @Test
    void aListenerThatFailsKeepsTheNewsFromNobody() {
        var heard = new AtomicInteger();
        tells.on(Matter.STOPS, () -> {
            throw new IllegalStateException("a listener's own fault");
        });
        tells.on(Matter.STOPS, heard::incrementAndGet);

        tells.wake(Matter.STOPS);

        assertThat(heard).hasPositiveValue();
    }
}
