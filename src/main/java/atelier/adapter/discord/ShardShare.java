package atelier.adapter.discord;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which of the bot's shards are this process's to connect, and when. Processes that are there take even parts; what nobody has taken
/// for a while anybody takes. A shard stays where it is until its process ends, since moving it would lose what comes meanwhile.
///
/// As many may identify in the same five seconds as Discord says, over all processes: each of those places is a lease, too. All keep
/// to the number of shards that those have who are connected already.
final class ShardShare {
    private static final String GATEWAY = "DISCORD gateway ";
    private static final String IDENTIFY = "DISCORD identify ";
    /// Discord's, and a little for the way.
    private static final long BETWEEN_IDENTIFIES = TimeUnit.MILLISECONDS.toNanos(5_250);
    private static final long LEFT_LYING = TimeUnit.SECONDS.toNanos(5);
    private static final long HANDED_OVER_WITHIN = TimeUnit.SECONDS.toNanos(6);

    private final ShardLeases leases;
    private final Plans plans;
    private final boolean isAlone;
    private final Map<Integer, Long> freeSince = new HashMap<>();
    private final Map<Integer, Long> identifying = new HashMap<>();
    private final Set<Integer> lost = new HashSet<>();
    private int gateways = 1;
    private boolean hasTaken;
    private volatile @Nullable ShardPlan plan;
    private volatile boolean isWhole;
    private volatile boolean isEnding;
    private volatile long endsBy;
    private volatile Set<String> handedOver = Set.of();

    /// Says how many shards there are to be.
    interface Plans {
        ShardPlan ask() throws IOException;
    }

    ShardShare(ShardLeases leases, Plans plans) {
        this.leases = leases;
        this.plans = plans;
        this.isAlone = leases.me().equals(ShardLeases.alone().me());
    }

    boolean isAlone() {
        return isAlone;
    }

    /// Whether every shard was somebody's when last looked.
    boolean isWhole() {
        return isWhole;
    }

    int total() {
        var known = plan;
        return known == null ? 0 : known.shards();
    }

    int concurrency() {
        var known = plan;
        return known == null ? 1 : known.concurrency();
    }

    String words(Collection<Integer> mine) {
        return "shards " + mine.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " of " + total();
    }

    /// Discord wants another number.
    synchronized void asksAgain() {
        plan = null;
    }

    /// Looks who has what.
    synchronized void look(Collection<Integer> mine) throws IOException {
        hasTaken = false;
        lost.clear();
        releaseGates();
        if (isEnding) {
            return;
        }
        var known = plan;
        if (known == null) {
            known = plans.ask();
        }
        leases.take(GATEWAY + leases.me());
        var held = leases.held(ShardPlan.PREFIX);
        if (mine.isEmpty() && !held.isEmpty()) {
            known = known.of(ShardPlan.total(held.iterator().next()));
        }
        plan = known;
        gateways = Math.max(1, leases.held(GATEWAY).size());
        var now = System.nanoTime();
        var all = 0;
        for (var shard = 0; shard < known.shards(); shard++) {
            if (mine.contains(shard)) {
                freeSince.remove(shard);
                if (!leases.take(known.lease(shard))) {
                    lost.add(shard);
                }
            } else if (held.contains(known.lease(shard))) {
                freeSince.remove(shard);
            } else {
                freeSince.putIfAbsent(shard, now);
                continue;
            }
            all++;
        }
        isWhole = all == known.shards();
    }

    private void releaseGates() {
        var now = System.nanoTime();
        List.copyOf(identifying.keySet()).forEach(gate -> {
            if (now - identifying.getOrDefault(gate, now) > BETWEEN_IDENTIFIES) {
                identifying.remove(gate);
                leases.release(IDENTIFY + gate);
            }
        });
    }

    synchronized boolean hasLost(int shard) {
        return lost.contains(shard);
    }

    /// A shard to connect now; its lease is held from here on. Where others are there, one at each look, so that those who start
    /// together get even parts.
    synchronized OptionalInt next(Collection<Integer> mine) {
        var known = plan;
        if (isEnding || known == null || (hasTaken && !isAlone)) {
            return OptionalInt.empty();
        }
        var now = System.nanoTime();
        // One that seems to be the only one waits a little with all but the first: others may be starting, too.
        var even = gateways == 1 && !isAlone ? 1 : (known.shards() + gateways - 1) / gateways;
        for (var shard : new ArrayList<>(freeSince.keySet())) {
            var since = freeSince.getOrDefault(shard, now);
            var gate = shard % known.concurrency();
            if ((mine.size() < even || now - since > LEFT_LYING) && !identifying.containsKey(gate)
                    && leases.take(IDENTIFY + gate)) {
                if (!leases.take(known.lease(shard))) {
                    leases.release(IDENTIFY + gate);
                    continue;
                }
                identifying.put(gate, now);
                freeSince.remove(shard);
                hasTaken = true;
                isWhole = isWhole || (isAlone && freeSince.isEmpty());
                return OptionalInt.of(shard);
            }
        }
        return OptionalInt.empty();
    }

    void release(int shard) {
        var known = plan;
        if (known != null) {
            leases.release(known.lease(shard));
        }
    }

    /// @return whether others are there to take over
    synchronized boolean handsOver(Collection<Integer> mine) {
        var known = plan;
        if (known == null || !leases.hasOthers() || leases.held(GATEWAY).size() < 2) {
            return false;
        }
        isEnding = true;
        endsBy = System.nanoTime() + HANDED_OVER_WITHIN;
        handedOver = IntStream.range(0, known.shards()).filter(mine::contains).mapToObj(known::lease)
                .collect(Collectors.toUnmodifiableSet());
        leases.release(GATEWAY + leases.me());
        handedOver.forEach(leases::release);
        return true;
    }

    /// Waits a while until others have what was handed over, so that nothing that comes meanwhile is missed.
    void awaitHandedOver() {
        try {
            while (!handedOver.isEmpty() && System.nanoTime() < endsBy) {
                if (leases.held(ShardPlan.PREFIX).containsAll(handedOver)) {
                    TimeUnit.SECONDS.sleep(1); // they are about to connect
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void close() {
        isEnding = true;
        if (handedOver.isEmpty()) {
            leases.release(GATEWAY + leases.me());
        }
        identifying.keySet().forEach(gate -> leases.release(IDENTIFY + gate));
    }
}
