package atelier.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who has to wait: injected penalties and, when switched on, five sends in five seconds a channel.
final class DiscordPenalties {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> sends = new ConcurrentHashMap<>();
    private volatile boolean strict;
    private int broken;

    /// Switches the bucket of five sends in five seconds on.
    void strict() {
        strict = true;
    }

    /// Notes a call that sends or edits.
    ///
    /// @return how long the caller has to wait, or null when the call may go through
    synchronized @Nullable Duration seen(String channel, boolean counted) {
        var now = Instant.now();
        var free = until.getOrDefault(channel, Instant.MIN);
        if (now.isBefore(free)) {
            broken++;
            return Duration.between(now, free);
        }
        return strict && counted ? overdrawn(channel, now) : null;
    }

    private @Nullable Duration overdrawn(String channel, Instant now) {
        var recent = sends.computeIfAbsent(channel, fresh -> new ArrayDeque<>());
        while (!recent.isEmpty() && recent.getFirst().isBefore(now.minusSeconds(5))) {
            recent.removeFirst();
        }
        if (recent.size() >= 5) {
            return punish(channel, Duration.between(now, recent.getFirst().plusSeconds(5)));
        }
        recent.addLast(now);
        return null;
    }

    synchronized Duration punish(String channel, Duration wait) {
        until.put(channel, Instant.now().plus(wait));
        return wait;
    }

    /// Calls that came although the bot had been told to wait.
    synchronized int broken() {
        return broken;
    }
}
