package atelier.adapter.discord;

import atelier.chat.Button;
import atelier.chat.OutboundGovernor;
import atelier.chat.ReplyAddress;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Growing answers: of many states only the newest is shown, one call in flight a message, and none once it is finished.
/// JDA would queue every edit and show them all, one after the other, long after the answer was there.
final class LiveEdits {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEdits.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(150);

    private record State(ReplyAddress address, String text, List<Button> buttons) {}

    /// One growing answer.
    private static final class Live {
        private final AtomicBoolean finished = new AtomicBoolean();
        private @Nullable State newest;
        private boolean running;

        synchronized boolean offer(State state) {
            newest = state;
            var starts = !running && !finished.get();
            running |= starts;
            return starts;
        }

        /// The state to show next; null ends the run.
        synchronized @Nullable State take(boolean mayGo) {
            if (finished.get() || newest == null) {
                running = false;
                return null;
            }
            var state = newest;
            newest = mayGo ? null : newest;
            return state;
        }
    }

    private final DiscordCalls calls;
    private final OutboundGovernor governor;
    private final Cache<String, Live> lives = Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(30)).build();

    LiveEdits(DiscordCalls calls, OutboundGovernor governor) {
        this.calls = calls;
        this.governor = governor;
    }

    /// Takes the newest state; returns at once.
    void show(ReplyAddress address, String text, List<Button> buttons) {
        var live = lives.get(key(address), fresh -> new Live());
        if (live.offer(new State(address, text, buttons))) {
            Thread.ofVirtual().name("discord-edit").start(() -> run(live, address.chat().key()));
        }
    }

    /// No state of this message is shown from now on.
    void finish(ReplyAddress address) {
        lives.get(key(address), fresh -> new Live()).finished.set(true);
    }

    private static String key(ReplyAddress address) {
        return address.chat().key() + "/" + address.messageId();
    }

    private void run(Live live, String chat) {
        for (var waiting = live.take(false); waiting != null; waiting = live.take(false)) {
            if (governor.tryMiddleEdit(chat)) {
                var state = live.take(true);
                if (state != null) {
                    show(live, state);
                }
            } else if (!pause()) {
                return;
            }
        }
    }

    private void show(Live live, State state) {
        try {
            var payload = Payload.of(state.text(), state.buttons(), List.of());
            calls.show(state.address(), payload, () -> !live.finished.get());
        } catch (RuntimeException missed) {
            LOG.debug("A middle state was not shown: {}", Outcome.words(missed));
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
