package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Updates waiting to be taken: by long polling, where asking for the next confirms the ones before, or by webhook.
final class TelegramUpdates implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ObjectNode> waiting = new ArrayList<>();
    private final List<ObjectNode> again = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable ObjectNode newest;
    private @Nullable URI webhook;
    private String failure = "";
    private String secret = "";
    private long nextId = 700_001;
    private long confirmed;
    private int polls;
    private boolean closed;

    /// Queues an update under the next id.
    long add(ObjectNode update) {
        lock.lock();
        try {
            var id = nextId++;
            update.put("update_id", id);
            waiting.add(update);
            newest = update;
            changed.signalAll();
            return id;
        } finally {
            lock.unlock();
        }
    }

    /// The newest update once more, although it may be confirmed.
    void repeat() {
        lock.lock();
        try {
            if (newest != null) {
                again.add(newest);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Highest confirmed update id.
    long confirmed() {
        lock.lock();
        try {
            return confirmed;
        } finally {
            lock.unlock();
        }
    }

    ArrayNode poll(long offset, long seconds, int limit) {
        lock.lock();
        try {
            if (webhook != null) {
                throw new TelegramRefusal(409, "Conflict: can't use getUpdates method while webhook is active");
            }
            var mine = ++polls;
            changed.signalAll();
            confirm(offset);
            var left = TimeUnit.SECONDS.toNanos(Math.min(50, seconds));
            while (waiting.isEmpty() && again.isEmpty() && left > 0 && polls == mine && !closed) {
                left = changed.awaitNanos(left);
            }
            if (polls != mine) {
                throw new TelegramRefusal(409, "Conflict: terminated by other getUpdates request; make sure that only"
                        + " one bot instance is running");
            }
            var batch = TelegramForm.JSON.createArrayNode();
            again.forEach(batch::add);
            again.clear();
            waiting.stream().limit(Math.clamp(limit, 1, 100)).forEach(batch::add);
            return batch;
        } catch (InterruptedException e) {
            throw new TelegramRefusal(500, "Internal Server Error");
        } finally {
            lock.unlock();
        }
    }

    private void confirm(long offset) {
        waiting.removeIf(update -> update.path("update_id").asLong() < offset);
        confirmed = Math.max(confirmed, offset - 1);
    }

    void setWebhook(JsonNode url, String secretToken) {
        lock.lock();
        try {
            webhook = url.asText("").isEmpty() ? null : URI.create(url.asText());
            secret = secretToken;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (webhook != null) {
            Thread.ofVirtual().start(this::push);
        }
    }

    /// As `getWebhookInfo` answers, with the newest failure of a call if there was one.
    ObjectNode webhookInfo() {
        lock.lock();
        try {
            var info = TelegramForm.JSON.createObjectNode().put("url", webhook == null ? "" : webhook.toString())
                    .put("has_custom_certificate", false).put("pending_update_count", waiting.size());
            if (!failure.isEmpty()) {
                info.put("last_error_date", System.currentTimeMillis() / 1000).put("last_error_message", failure);
            }
            return info;
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    URI webhook() {
        return webhook;
    }

    private void push() {
        try {
            while (true) {
                var next = next();
                if (next == null) {
                    return;
                }
                var status = post(next);
                lock.lock();
                try {
                    if (status == 200) {
                        waiting.remove(next);
                        confirmed = Math.max(confirmed, next.path("update_id").asLong());
                    } else if (!closed) {
                        failure = status == 0
                                ? "Connection refused"
                                : "Wrong response from the webhook: " + status;
                        var ignored = changed.await(200, TimeUnit.MILLISECONDS);
                    }
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable ObjectNode next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed && webhook != null) {
                changed.await();
            }
            return closed || webhook == null ? null : waiting.getFirst();
        } finally {
            lock.unlock();
        }
    }

    private int post(ObjectNode update) throws InterruptedException {
        var target = webhook;
        try {
            return target == null
                    ? 0
                    : http.send(HttpRequest.newBuilder(target)
                            .header("X-Telegram-Bot-Api-Secret-Token", secret)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(update.toString())).build(),
                            HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        http.shutdownNow();
    }
}
