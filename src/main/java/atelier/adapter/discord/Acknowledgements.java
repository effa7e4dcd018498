package atelier.adapter.discord;

import atelier.chat.ReplyAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Interactions that are being stored and not acknowledged yet. Until they are, Discord takes nothing through their token, so
/// whoever wants to answer waits here.
final class Acknowledgements {
    /// Of the three seconds that Discord gives; then storing takes too long to be waited for.
    private static final Duration AT_LATEST = Duration.ofMillis(2400);

    private final Executor late = CompletableFuture.delayedExecutor(AT_LATEST.toMillis(), TimeUnit.MILLISECONDS,
            task -> Thread.ofVirtual().name("acknowledge").start(task));
    private final Map<String, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();

    /// Stores, then acknowledges; in time even when storing takes long.
    void around(String token, Runnable acknowledge, Runnable store) {
        var done = new CompletableFuture<Boolean>();
        open.put(token, done);
        var begun = new AtomicBoolean();
        Runnable once = () -> {
            if (begun.compareAndSet(false, true)) {
                try {
                    acknowledge.run();
                } finally {
                    open.remove(token);
                    done.complete(true);
                }
            }
        };
        late.execute(once);
        try {
            store.run();
        } finally {
            once.run();
        }
    }

    /// Waits until the interaction of this address, if it has one, is acknowledged or never will be.
    void await(ReplyAddress address) {
        var token = Hints.of(address, Hints.TOKEN);
        var waiting = token == null ? null : open.get(token);
        if (waiting != null) {
            waiting.join();
        }
    }
}
