package atelier.engine.node;

import atelier.engine.port.Nodes;
import atelier.engine.port.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node among those that share the database. Gives signs of life, and sees to what the dead left in their hands.
///
/// A node that could give no sign for [#TRUSTED] no longer trusts its leases, well before others take it for dead after
/// [#MISSED]: so no two ever hold one. Only elapsed time is compared, never clocks.
public final class Membership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration BEAT = Duration.ofSeconds(2);
    static final Duration TRUSTED = Duration.ofSeconds(8);
    static final Duration MISSED = Duration.ofSeconds(15);

    /// What a node was seen doing last.
    private record Seen(long beats, long at) {}

    private final Nodes nodes;
    private final Transactions transactions;
    private final String id;
    private final boolean isAlone;
    private final LongSupplier nanoTime;
    private final boolean beats;
    private final Map<String, Seen> seen = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long beatenAt;
    private volatile int others;
    private volatile Runnable takesUp = () -> {};

    /// @param isAlone whether no other process can use this database, so that whoever else stands in it is dead
    public Membership(Nodes nodes, Transactions transactions, String id, boolean isAlone) {
        this(nodes, transactions, id, isAlone, System::nanoTime, !isAlone);
    }

    /// @param beats whether it gives signs of life by itself
    Membership(Nodes nodes, Transactions transactions, String id, boolean isAlone, LongSupplier nanoTime,
            boolean beats) {
        this.nodes = nodes;
        this.transactions = transactions;
        this.id = id;
        this.isAlone = isAlone;
        this.nanoTime = nanoTime;
        this.beats = beats;
    }

    public String id() {
        return id;
    }

    /// Whether no other process can use this database.
    public boolean isAlone() {
        return isAlone;
    }

    /// Whether others were alive when last looked.
    public boolean hasOthers() {
        return others > 0;
    }

    /// Enters this node and takes up what its dead predecessor left.
    ///
    /// @param orphans takes up what is in nobody's living hands; called in a transaction, now and after every death
    public void start(Runnable orphans) {
        takesUp = orphans;
        transactions.inTransaction(() -> {
            if (isAlone) {
                nodes.beats().keySet().forEach(nodes::leave);
            } else {
                nodes.leave(id);
            }
            orphans.run();
            return nodes.beat(id);
        });
        beatenAt = nanoTime.getAsLong();
        if (beats) {
            Thread.ofPlatform().daemon().name("heartbeat").start(this::live);
        }
    }

    private void live() {
        try {
            while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                beat();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void beat() {
        try {
            var before = nanoTime.getAsLong();
            if (!nodes.beat(id)) {
                LOG.warn("this node ({}) was taken for dead; it goes on", id);
            }
            beatenAt = before;
            lookAround();
        } catch (RuntimeException failure) {
            LOG.warn("this node ({}) could give no sign of life; trying again", id, failure);
        }
    }

    private void lookAround() {
        var now = nanoTime.getAsLong();
        var all = nodes.beats();
        all.remove(id);
        seen.keySet().retainAll(all.keySet());
        all.forEach((node, beats) -> {
            var last = seen.get(node);
            if (last == null || last.beats() != beats) {
                seen.put(node, new Seen(beats, now));
            } else if (now - last.at() > MISSED.toNanos()) {
                bury(node, beats);
            }
        });
        others = seen.size();
    }

    private void bury(String node, long beats) {
        var buried = transactions.inTransaction(() -> {
            var isMine = nodes.bury(node, beats);
            if (isMine) {
                takesUp.run();
            }
            return isMine;
        });
        seen.remove(node);
        if (buried) {
            LOG.warn("node {} gave no sign of life for {} s; its work is taken up", node, MISSED.toSeconds());
        }
    }

    /// Whether this node holds the lease now, taking it if nobody alive does.
    public boolean holds(String lease) {
        return isTrusted() && nodes.take(lease, id) && isTrusted();
    }

    /// Whether the last sign of life is so young that nobody can have taken this node for dead.
    public boolean isTrusted() {
        return isAlone || nanoTime.getAsLong() - beatenAt < TRUSTED.toNanos();
    }

    /// Whether any living node holds the lease.
    boolean isHeld(String lease) {
        return nodes.holder(lease).isPresent();
    }

    /// The leases of this beginning that living nodes hold.
    public Set<String> held(String beginning) {
        return nodes.held(beginning);
    }

    /// Gives a lease back, if it is this node's.
    public void release(String lease) {
        nodes.release(lease, id);
    }

    /// Leaves; what is still in this node's hands is taken up by others at once.
    @Override
    public void close() {
        closed.countDown();
        nodes.leave(id);
    }
}
