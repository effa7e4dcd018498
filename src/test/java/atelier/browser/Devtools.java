package atelier.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The browser's DevTools socket: calls with answers, and events by session.
final class Devtools implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    Devtools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, this).join();
    }

    static ObjectNode params() {
        return JSON.createObjectNode();
    }

    /// Events of this session from now on: method and parameters.
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    /// @param session empty for the browser itself
    /// @throws IllegalStateException when the browser refuses, or says nothing for a minute
    JsonNode call(String session, String method, ObjectNode params) {
        int number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(number, answer);
        var call = JSON.createObjectNode().put("id", number).put("method", method);
        call.set("params", params);
        if (!session.isEmpty()) {
            call.put("sessionId", session);
        }
        send(call.toString());
        try {
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(method + ": " + e.getCause(), e);
        }
    }

    private synchronized void send(String call) {
        socket.sendText(call, true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(String message) {
        try {
            JsonNode node = JSON.readTree(message);
            var answer = waiting.remove(node.path("id").asInt());
            if (answer != null && node.has("error")) {
                answer.completeExceptionally(new IllegalStateException(node.get("error").toString()));
            } else if (answer != null) {
                answer.complete(node.path("result"));
            } else {
                var listener = listeners.get(node.path("sessionId").asText());
                if (listener != null) {
                    listener.accept(node.path("method").asText(), node.path("params"));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }
}
