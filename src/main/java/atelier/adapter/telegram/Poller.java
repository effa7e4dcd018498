package atelier.adapter.telegram;

import atelier.chat.Incoming;
import atelier.chat.Receiver;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for updates, for ever. A batch is confirmed (by asking for what follows it) only when the receiver has
/// stored it; until then it is offered to the receiver again. Runs on the thread that calls [#run].
final class Poller {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    /// Without this list Telegram keeps to the one it was told last, maybe by another program.
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "inline_query",
            "my_chat_member", "pre_checkout_query", "guest_message", "subscription", "managed_bot");
    /// An answer that comes so much later than asked for comes no more.
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final BotApi api;
    private final UpdateReader reader;
    private final Receiver receiver;
    private final Checkouts checkouts;
    private final Duration pollTimeout;
    private final Status status;
    private final Stop stop;
    private volatile @Nullable CompletableFuture<?> poll;
    private long offset;
    private int failures;

    Poller(BotApi api, UpdateReader reader, Receiver receiver, Checkouts checkouts, Duration pollTimeout,
            Status status, Stop stop) {
        this.api = api;
        this.reader = reader;
        this.receiver = receiver;
        this.checkouts = checkouts;
        this.pollTimeout = pollTimeout;
        this.status = status;
        this.stop = stop;
    }

    /// Polls until [#stop].
    void run() {
        while (!stop.isSet()) {
            try {
                var batch = ask();
                failures = 0;
                status.up();
                if (!batch.isEmpty() && stored(batch)) {
                    offset = Math.max(offset, 1 + batch.get(batch.size() - 1).path("update_id").asLong());
                }
            } catch (BotApiException e) {
                recover(e);
            } catch (RuntimeException | Error e) { // such as a stack that overflowed: nobody else would poll
                if (!stop.isSet()) {
                    log.warn("polling Telegram failed: {}", e.getClass().getSimpleName());
                    down("polling failed, trying again", Duration.ZERO, false);
                }
            }
        }
    }

    /// Ends a poll in the middle; a batch being stored is stored to its end.
    void stop() {
        stop.set();
        var running = poll;
        if (running != null) {
            running.cancel(true);
        }
    }

    private JsonNode ask() throws BotApiException {
        // The first poll after trouble answers at once: it tells whether we are connected.
        var wait = status.isUp() ? pollTimeout : Duration.ZERO;
        var answer = api.begin("getUpdates", Map.of("offset", offset, "timeout", wait.toSeconds(), "limit", 100,
                "allowed_updates", KINDS), wait.plus(GRACE));
        poll = answer;
        if (stop.isSet()) {
            answer.cancel(true);
        }
        try {
            return BotApi.result(answer.join());
        } catch (CompletionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new BotApiException(0, "Telegram cannot be reached: " + cause.getClass().getSimpleName(),
                    Duration.ZERO);
        } catch (CancellationException e) {
            throw new BotApiException(0, "stopped", Duration.ZERO);
        }
    }

    private boolean stored(JsonNode batch) {
        var events = new ArrayList<Incoming>();
        // They have ten seconds, and nothing of them is stored.
        batch.forEach(checkouts::answered);
        for (var update : batch) {
            try {
                reader.read(update).ifPresent(events::add);
            } catch (RuntimeException | Error e) {
                log.warn("update {} is skipped, it cannot be read: {}", update.path("update_id").asText(),
                        e.getClass().getSimpleName());
            }
        }
        for (var attempt = 1; !events.isEmpty(); attempt++) {
            try {
                receiver.receive(events);
                status.up();
                return true;
            } catch (RuntimeException | Error e) {
                log.error("{} events from Telegram could not be stored, trying again", events.size(), e);
                status.down("events cannot be stored, trying again");
                if (stop.within(backoff(attempt))) {
                    return false;
                }
            }
        }
        return true;
    }

    private void recover(BotApiException e) {
        if (stop.isSet()) {
            return;
        }
        log.warn("no updates from Telegram: {}", e.remedy());
        down(e.remedy(), e.retryAfter(), e.code() == 0);
    }

    private void down(String why, Duration atLeast, boolean isPassing) {
        failures++;
        // An idle connection the other side closed is no outage.
        if (failures > 1 || !isPassing) {
            status.down(why);
        }
        var backoff = backoff(failures);
        stop.within(atLeast.compareTo(Duration.ZERO) > 0 ? atLeast : backoff);
    }

    /// Grows with every failure in a row.
    static Duration backoff(int attempt) {
        var millis = 250L << Math.min(7, attempt - 1);
        return millis > LONGEST_PAUSE.toMillis() ? LONGEST_PAUSE : Duration.ofMillis(millis);
    }
}
