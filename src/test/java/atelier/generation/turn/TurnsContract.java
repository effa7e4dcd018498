package atelier.generation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What those who stand in line before a model server may rely on, within a process or over several.
public abstract class TurnsContract {
    private static void nothing() {
        // Whoever does not wait need not hear.
    }

    protected abstract Turns turns();

    /// The same lines as another process sees them.
    protected abstract Turns turnsElsewhere();

    @Test
    void asManyAsTheServerAnswersGoInAndTheOthersAreToldHowManyAreBefore() {
        var one = turns().come("gpu", 2, 1, TurnsContract::nothing);
        var two = turnsElsewhere().come("gpu", 2, 1, TurnsContract::nothing);
        assertThat(List.of(one.before(), two.before())).containsExactly(0, 0);
        var three = turns().come("gpu", 2, 1, TurnsContract::nothing);
        var four = turnsElsewhere().come("gpu", 2, 1, TurnsContract::nothing);
        assertThat(three.before()).isEqualTo(1);
        assertThat(four.before()).isEqualTo(2);
        assertThat(turns().come("another", 2, 1, TurnsContract::nothing).before()).isZero();

        two.close();

        assertThat(four.before()).as("an earlier one goes first").isEqualTo(1);
        assertThat(three.before()).isZero();
        assertThat(three.beside()).isEqualTo(1);
        one.close();
        assertThat(four.before()).isZero();
    }

    @Test
    void aHigherTierGoesFirst() {
        var busy = turns().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(busy.before()).isZero();
        var free = turns().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(free.before()).isEqualTo(1);
        var studio = turnsElsewhere().come("gpu", 1, 3, TurnsContract::nothing);

        assertThat(studio.before()).isEqualTo(1);
        assertThat(free.before()).isEqualTo(2);
        busy.close();
        assertThat(free.before()).isEqualTo(1);
        assertThat(studio.before()).isZero();
    }

    @Test
    void whoLeavesTheLineHoldsUpNobody() {
        var busy = turns().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(busy.before()).isZero();
        var leaves = turnsElsewhere().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(leaves.before()).isEqualTo(1);
        var stays = turns().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(stays.before()).isEqualTo(2);

        leaves.close();
        assertThat(stays.before()).isEqualTo(1);
        busy.close();
        busy.close();
        assertThat(stays.before()).isZero();
    }

    @Test
    void whoWaitsHearsOfAFreePlace() {
        var told = new AtomicInteger();
        var busy = turnsElsewhere().come("gpu", 1, 1, TurnsContract::nothing);
        assertThat(busy.before()).isZero();
        var waits = turns().come("gpu", 1, 1, told::incrementAndGet);
        assertThat(waits.before()).isEqualTo(1);
        var before = told.get();

        busy.close();

        await().atMost(Duration.ofSeconds(10)).until(() -> told.get() > before);
        assertThat(waits.before()).isZero();
    }

    @Test
    void noServerIsEverAskedForMoreAtOnceThanItAnswers() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var all = new ArrayList<Callable<Boolean>>();
        for (var number = 0; number < 120; number++) {
            var lines = number % 2 == 0 ? turns() : turnsElsewhere();
            all.add(() -> {
                var news = new Semaphore(0);
                try (var ticket = lines.come("gpu", 3, 1, news::release)) {
                    while (ticket.before() > 0) {
                        news.tryAcquire(20, TimeUnit.MILLISECONDS);
                    }
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    atOnce.decrementAndGet();
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(most).hasValueLessThanOrEqualTo(3);
        assertThat(turns().come("gpu", 1, 1, TurnsContract::nothing).before()).as("all places were given back")
                .isZero();
    }
}
