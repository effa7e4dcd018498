package atelier.standin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What the gateway says and demands of shards.
public final class DiscordShards {
    private static final long BETWEEN = Duration.ofSeconds(5).toNanos();

    private final List<String> identified = new CopyOnWriteArrayList<>();
    private final Map<Integer, Long> lastInBucket = new ConcurrentHashMap<>();
    private final AtomicInteger tooSoon = new AtomicInteger();
    private volatile int recommended = 1;
    private volatile int concurrency = 1;
    private volatile boolean counts;

    /// From now on it wants so many shards, and takes so many identifies in five seconds.
    public void recommends(int shards, int maxConcurrency) {
        recommended = shards;
        concurrency = maxConcurrency;
        counts = true;
    }

    /// Who identified, oldest first, such as `1 of 4`.
    public List<String> identified() {
        return List.copyOf(identified);
    }

    /// Identifies that came too soon behind another.
    public int tooSoon() {
        return tooSoon.get();
    }

    int recommended() {
        return recommended;
    }

    int concurrency() {
        return concurrency;
    }

    /// @return whether it may have a session
    boolean identifies(int shard, int total) {
        if (counts) {
            var now = System.nanoTime();
            var last = lastInBucket.put(shard % concurrency, now);
            if (last != null && now - last < BETWEEN) {
                tooSoon.incrementAndGet();
                return false;
            }
        }
        identified.add(shard + " of " + total);
        return true;
    }

    /// Which shard events of this guild go to; private messages come to the first.
    static int of(String guild, int total) {
        return guild.isEmpty() ? 0 : (int) ((Long.parseLong(guild) >> 22) % total);
    }
}
