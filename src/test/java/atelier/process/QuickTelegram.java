package atelier.process;

import atelier.process.QuickServer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Telegram as far as private messages need it: updates by long polling, where asking for the next confirms the ones before,
/// and each call into a chat told to a listener. It refuses nothing; that the bot keeps Telegram's rules is tested elsewhere.
final class QuickTelegram implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QuickServer server = new QuickServer(this::answer);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private final TreeMap<Long, String> waiting = new TreeMap<>();
    private final AtomicLong messages = new AtomicLong(1);
    private final Listener listener;
    private long updates = 1;

    /// Hears of each call.
    interface Listener {
        void called(long chat, String text);
    }

    QuickTelegram(Listener listener) throws IOException {
        this.listener = listener;
    }

    String url() {
        return server.url();
    }

    /// Somebody, whose chat has their number, says something.
    void says(long person, String text) {
        var who = "\"id\":" + person + ",\"first_name\":\"c" + person + "\"";
        var message = "\"message\":{\"message_id\":" + messages.getAndIncrement() + ",\"date\":"
                + System.currentTimeMillis() / 1000 + ",\"from\":{" + who
                + ",\"is_bot\":false,\"language_code\":\"en\"}"
                + ",\"chat\":{" + who + ",\"type\":\"private\"},\"text\":" + quoted(text) + "}";
        lock.lock();
        try {
            var id = updates++;
            waiting.put(id, "{\"update_id\":" + id + "," + message + "}");
            came.signal();
        } finally {
            lock.unlock();
        }
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private void answer(String path, byte[] body, Answer answer) throws IOException {
        var method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        var parameters = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        answer.json("{\"ok\":true,\"result\":" + result(method, parameters) + "}");
    }

    private String result(String method, JsonNode parameters) {
        return switch (method) {
            case "getme" ->
                "{\"id\":7000,\"is_bot\":true,\"first_name\":\"Atelier\",\"username\":\"atelier_bot\",\"can_join_groups\":true}";
            case "getupdates" -> "[" + String.join(",", poll(parameters)) + "]";
            case "getwebhookinfo" ->
                "{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
            case "sendmessage" -> message(parameters, messages.getAndIncrement());
            case "editmessagetext" -> message(parameters, parameters.path("message_id").asLong());
            default -> "true";
        };
    }

    private String message(JsonNode parameters, long id) {
        var chat = parameters.path("chat_id").asLong();
        listener.called(chat, parameters.path("text").asText());
        return "{\"message_id\":" + id + ",\"date\":1,\"chat\":{\"id\":" + chat
                + ",\"type\":\"private\",\"first_name\":\"c\"},\"text\":\"-\"}";
    }

    private List<String> poll(JsonNode parameters) {
        lock.lock();
        try {
            waiting.headMap(parameters.path("offset").asLong(0)).clear();
            var left = TimeUnit.SECONDS.toNanos(parameters.path("timeout").asLong(0));
            while (waiting.isEmpty() && left > 0) {
                left = came.awaitNanos(left);
            }
            return new ArrayList<>(waiting.values().stream().limit(parameters.path("limit").asInt(100)).toList());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
