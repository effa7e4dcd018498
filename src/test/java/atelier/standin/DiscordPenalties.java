package atelier.standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who has to wait: injected penalties and, when switched on, five sends in five seconds a channel.
public final class DiscordPenalties {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> sends = new ConcurrentHashMap<>();
    private volatile boolean strict;
    private int broken;
    private @Nullable Duration forAll;
    private Instant allUntil = Instant.MIN;

    /// The next call is told to keep away from everything for so long.
    public synchronized void slowsEverythingDown(Duration wait) {
        forAll = wait;
    }

    /// Whether everything is to wait.
    synchronized boolean isForAll() {
        return Instant.now().isBefore(allUntil);
    }

    /// Switches the bucket of five sends in five seconds on.
    void strict() {
        strict = true;
    }

    /// Notes a call that sends or edits.
    ///
    /// @return how long the caller has to wait, or null when the call may go through
    synchronized @Nullable Duration seen(String channel, boolean counted) {
        var now = Instant.now();
        var announced = forAll;
        if (announced != null) {
            forAll = null;
            allUntil = now.plus(announced);
            return announced;
        }
        if (now.isBefore(allUntil)) {
            broken++;
            return Duration.between(now, allUntil);
        }
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
