package atelier.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.engine.port.Wakes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNodesTest extends NodesContract {
    @RegisterExtension
    static final FreshPostgres SERVER = new FreshPostgres();

    @Override
    Database open() {
        return SERVER.open();
    }

    @Test
    void jobsOfADeadNodeAreTakenUpByALivingOne() {
        nodes.beat("living");
        nodes.beat("dying");
        var begun = new ConcurrentLinkedQueue<String>();
        var ran = new ConcurrentLinkedQueue<String>();
        var dying = queue("dying");
        dying.submit("j1", 1);
        dying.start(job -> {
            begun.add(job);
            throw new IllegalStateException("killed");
        });
        await().until(() -> begun.contains("j1"));
        dying.close();
        pickedBy("dying");
        try (var living = queue("living")) {
            living.start(ran::add);
            recover(living);
            assertThat(ran).as("its node is alive").isEmpty();

            nodes.leave("dying");
            recover(living);

            await().atMost(Duration.ofSeconds(20)).until(() -> ran.contains("j1"));
        }
    }

    @Test
    void aJobThatItsNodeLostSightOfIsTakenUpSoon() {
        var ran = new ConcurrentLinkedQueue<String>();
        try (var queue = queue("living")) {
            queue.submit("j1", 1);
            pickedBy("living");
            database.write(handle -> handle.createUpdate("update scheduled_tasks set last_heartbeat = :now")
                    .bind("now", Instant.now()).execute());
            queue.start(ran::add);

            await().atMost(Duration.ofSeconds(30)).until(() -> queue.length() == 0);

            assertThat(ran).containsExactly("j1");
        }
    }

    @Test
    void aLongJobIsNotTakenForLost() {
        var ran = new ConcurrentLinkedQueue<String>();
        var looked = new CountDownLatch(1);
        try (var queue = queue("living")) {
            queue.start(job -> {
                ran.add(job);
                waitFor(looked);
            });
            queue.submit("j1", 1);
            await().until(() -> ran.contains("j1"));

            queue.releaseStray();
            queue.releaseStray();
            looked.countDown();

            await().until(() -> queue.length() == 0);
            assertThat(ran).containsExactly("j1");
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void recover(SchedulerJobQueue queue) {
        database.inTransaction(() -> {
            queue.recover();
            return true;
        });
    }

    /// As a node leaves its row that dies in the middle.
    private void pickedBy(String node) {
        database.write(handle -> handle.createUpdate("""
                update scheduled_tasks set picked = :yes, picked_by = :node, last_heartbeat = execution_time""")
                .bind("yes", true).bind("node", node).execute());
    }

    private SchedulerJobQueue queue(String node) {
        return new SchedulerJobQueue(database, Clock.systemUTC(), node, 2, Duration.ofMillis(100), Wakes.none());
    }
}
