package atelier.adapter.discord;

import atelier.chat.ReplyAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Interactions that are being stored and not acknowledged yet. Until they are, Discord takes nothing through their token, so
/// whoever wants to answer waits here. Should storing take longer than the three seconds that Discord gives, the person sees that
/// nobody responded, and the answer comes as a message of the bot.
final class Acknowledgements {
    private final Map<String, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();

    /// Stores, then acknowledges.
    void around(String token, Runnable acknowledge, Runnable store) {
        var done = new CompletableFuture<Boolean>();
        open.put(token, done);
        try {
            store.run();
            acknowledge.run();
        } finally {
            open.remove(token);
            done.complete(true);
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
