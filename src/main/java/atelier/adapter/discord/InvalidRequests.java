package atelier.adapter.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the calls that Discord turns away (401, 403 and 429), and stops all calls long before there are so many that it shuts out
/// this address: at 10,000 in ten minutes. Calls begin again when half of them are ten minutes old. Thread-safe.
///
/// Source: [Discord's documentation, rate limits](https://docs.discord.com/developers/topics/rate-limits), invalid requests.
final class InvalidRequests {
    static final int MOST = 5_000;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(InvalidRequests.class);
    private static final long SLOT = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanoTime;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private int count;
    private boolean isOpen;

    /// So many in ten seconds.
    private static final class Slot {
        private final long since;
        private int count;

        Slot(long since) {
            this.since = since;
        }
    }

    /// A call that was not made.
    static final class NotAsked extends IOException {
        private static final long serialVersionUID = 1;

        NotAsked() {
            super("Discord turned too many calls away and is left alone for some minutes");
        }
    }

    InvalidRequests(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @param isShared whether the limit that was met is not the bot's own; such answers do not count
    synchronized void met(int status, boolean isShared) {
        if (status != 401 && status != 403 && (status != 429 || isShared)) {
            return;
        }
        var now = nanoTime.getAsLong();
        forget(now);
        if (slots.isEmpty() || now - slots.getLast().since >= SLOT) {
            slots.addLast(new Slot(now));
        }
        slots.getLast().count++;
        count++;
        if (count >= MOST && !isOpen) {
            isOpen = true;
            LOG.error(
                    "Discord turned {} calls away within {} minutes. Nothing is asked of it for some minutes, since it"
                            + " shuts out who goes on. Look whether the bot's token and its rights are in order (doctor).",
                    count,
                    WINDOW.toMinutes());
        }
    }

    /// Whether calls are stopped.
    synchronized boolean isOpen() {
        forget(nanoTime.getAsLong());
        if (isOpen && count <= MOST / 2) {
            isOpen = false;
            LOG.info("Discord is asked again");
        }
        return isOpen;
    }

    private void forget(long now) {
        while (!slots.isEmpty() && now - slots.getFirst().since > WINDOW.toNanos()) {
            count -= slots.removeFirst().count;
        }
    }
}
