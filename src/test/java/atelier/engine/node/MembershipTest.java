package atelier.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.port.Nodes;
import atelier.engine.port.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Shared shared = new Shared();
    private final AtomicLong time = new AtomicLong(1);
    private final AtomicInteger orphans = new AtomicInteger();

    @Test
    void aNodeThatFallsSilentIsTakenForDeadOnceAndItsWorkTakenUpOnce() {
        var one = started("one");
        var two = started("two");
        shared.beat("silent");
        orphans.set(0);

        pass(Duration.ofSeconds(14), one, two);
        assertThat(shared.beats()).containsKey("silent");
        assertThat(orphans).hasValue(0);
        pass(Duration.ofSeconds(8), one, two);

        assertThat(shared.beats()).containsOnlyKeys("one", "two");
        assertThat(orphans).hasValue(1);
    }

    @Test
    void aNodeThatCannotBeatTrustsItsLeaseNoLongerWellBeforeOthersTakeItOver() {
        var one = started("one");
        var two = started("two");
        assertThat(one.holds("door")).isTrue();
        assertThat(two.holds("door")).isFalse();

        pass(Duration.ofSeconds(8), two);
        assertThat(one.holds("door")).as("it could not beat for 8 s").isFalse();
        assertThat(two.holds("door")).as("nor may the other").isFalse();
        pass(Duration.ofSeconds(10), two);
        assertThat(two.holds("door")).isTrue();

        one.beat();
        assertThat(one.holds("door")).as("it is back, and too late").isFalse();
    }

    @Test
    void aNodeThatComesBackTakesUpAtOnceWhatItLeft() {
        started("one");
        orphans.set(0);

        started("one");

        assertThat(orphans).hasValue(1);
        assertThat(shared.beats()).containsOnlyKeys("one");
    }

    @Test
    void whoIsAloneOnADatabaseKnowsThatAllOthersAreDead() {
        shared.beat("earlier");

        new Membership(shared, NOW, "alone", true, time::get, false).start(orphans::incrementAndGet);

        assertThat(shared.beats()).containsOnlyKeys("alone");
        assertThat(orphans).hasValue(1);
    }

    private void pass(Duration duration, Membership... beating) {
        for (var passed = Duration.ZERO; passed.compareTo(duration) < 0; passed = passed.plus(STEP)) {
            time.addAndGet(STEP.toNanos());
            for (var node : beating) {
                node.beat();
            }
        }
    }

    private Membership started(String id) {
        var membership = new Membership(shared, NOW, id, false, time::get, false);
        membership.start(orphans::incrementAndGet);
        return membership;
    }

    private static final Transactions NOW = new Transactions() {
        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable after) {
            after.run();
        }
    };

    /// What all nodes see.
    private static final class Shared implements Nodes {
        private final Map<String, Long> beats = new HashMap<>();
        private final Map<String, String> leases = new HashMap<>();

        @Override
        public boolean beat(String node) {
            return beats.merge(node, 1L, Long::sum) > 1;
        }

        @Override
        public Set<String> held(String beginning) {
            return Set.of();
        }

        @Override
        public Map<String, Long> beats() {
            return new HashMap<>(beats);
        }

        @Override
        public boolean bury(String node, long seen) {
            return beats.remove(node, seen);
        }

        @Override
        public void leave(String node) {
            beats.remove(node);
            leases.values().removeIf(node::equals);
        }

        @Override
        public boolean take(String lease, String node) {
            var holder = leases.get(lease);
            if (holder == null || holder.equals(node) || !beats.containsKey(holder)) {
                leases.put(lease, node);
                return true;
            }
            return false;
        }

        @Override
        public void release(String lease, String node) {
            leases.remove(lease, node);
        }

        @Override
        public Optional<String> holder(String lease) {
            return Optional.ofNullable(leases.get(lease)).filter(beats::containsKey);
        }
    }
}
