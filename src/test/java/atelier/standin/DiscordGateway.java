package atelier.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/// The event side: hello, identify, ready, heartbeats, resume.
final class DiscordGateway {
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

    private final DiscordWorld world;
    private final DiscordShards shards;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<WebSocket> open = new ArrayList<>();
    private final AtomicInteger ignored = new AtomicInteger();
    private final AtomicInteger identified = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private volatile int refusal;
    private volatile String url = "";

    private static final class Session {
        final List<ObjectNode> events = new ArrayList<>();
        final int shard;
        final int total;
        WebSocket socket;

        Session(WebSocket socket, int shard, int total) {
            this.socket = socket;
            this.shard = shard;
            this.total = total;
        }

        void send(String type, JsonNode data) {
            var event = DiscordWorld.JSON.createObjectNode().put("op", 0).put("t", type).put("s", events.size() + 1);
            event.set("d", data.deepCopy());
            events.add(event);
            socket.send(event.toString());
        }
    }

    DiscordGateway(DiscordWorld world, DiscordShards shards) {
        this.world = world;
        this.shards = shards;
    }

    void at(String gatewayUrl) {
        url = gatewayUrl;
    }

    /// From now on every identify is answered with this close code; 0 accepts again.
    void refuse(int closeCode) {
        refusal = closeCode;
    }

    /// So many identifies are heard and never answered.
    void ignore(int times) {
        ignored.set(times);
    }

    int identified() {
        return identified.get();
    }

    int resumed() {
        return resumed.get();
    }

    String url() {
        return url;
    }

    synchronized void send(String type, JsonNode data) {
        var guild = data.path("guild_id").asText();
        sessions.values().stream().filter(session -> session.shard == DiscordShards.of(guild, session.total))
                .forEach(session -> session.send(type, data));
    }

    /// Drops every connection as the platform does now and then.
    synchronized void drop(int closeCode) {
        List.copyOf(open).forEach(socket -> socket.close(closeCode, "dropped"));
    }

    WebSocketListener listener() {
        return new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                synchronized (DiscordGateway.this) {
                    open.add(socket);
                }
                socket.send("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}");
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                try {
                    heard(socket, DiscordWorld.JSON.readTree(text));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                gone(socket, code == 1000 || code == 1001);
                socket.close(code == 1005 ? 1000 : code, null);
            }

            @Override
            public void onFailure(WebSocket socket, Throwable failure,
                    @org.jspecify.annotations.Nullable Response response) {
                gone(socket, false);
            }
        };
    }

    private synchronized void gone(WebSocket socket, boolean forGood) {
        open.remove(socket);
        if (forGood) {
            sessions.values().removeIf(session -> session.socket.equals(socket));
        }
    }

    private void heard(WebSocket socket, JsonNode packet) {
        switch (packet.path("op").asInt()) {
            case 1 -> socket.send("{\"op\":11}");
            case 2 -> identify(socket, packet.path("d"));
            case 6 -> resume(socket, packet.path("d"));
            default -> {
            }
        }
    }

    private synchronized void identify(WebSocket socket, JsonNode data) {
        identified.incrementAndGet();
        if (ignored.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return;
        }
        if (refusal != 0) {
            socket.close(refusal, "refused");
        } else if (!data.path("token").asText().equals(world.token)) {
            socket.close(4004, "Authentication failed.");
        } else if ((data.path("intents").asInt() & PRIVILEGED) != 0) {
            socket.close(4014, "Disallowed intent(s).");
        } else {
            begin(socket, data.path("shard").path(0).asInt(0), Math.max(1, data.path("shard").path(1).asInt(1)));
        }
    }

    private void begin(WebSocket socket, int shard, int total) {
        if (!shards.identifies(shard, total)) {
            socket.send("{\"op\":9,\"d\":false}");
            return;
        }
        sessions.values().removeIf(session -> session.shard == shard && session.total == total);
        var id = "session" + identified.get();
        var session = new Session(socket, shard, total);
        sessions.put(id, session);
        var isHere = shard == DiscordShards.of(world.guild, total);
        var ready = ready(id, isHere);
        ready.putArray("shard").add(shard).add(total);
        session.send("READY", ready);
        if (isHere) {
            session.send("GUILD_CREATE", world.workshop());
        }
    }

    private synchronized void resume(WebSocket socket, JsonNode data) {
        var session = sessions.get(data.path("session_id").asText());
        if (session == null) {
            socket.send("{\"op\":9,\"d\":false}");
            return;
        }
        resumed.incrementAndGet();
        session.socket = socket;
        session.events.stream().skip(data.path("seq").asInt()).forEach(event -> socket.send(event.toString()));
        session.send("RESUMED", DiscordWorld.JSON.createObjectNode());
    }

    private ObjectNode ready(String session, boolean hasGuild) {
        var ready = DiscordWorld.JSON.createObjectNode().put("v", 10).put("session_id", session)
                .put("resume_gateway_url", url);
        ready.set("user", world.self());
        var guilds = ready.putArray("guilds");
        if (hasGuild) {
            guilds.addObject().put("id", world.guild).put("unavailable", true);
        }
        ready.putArray("private_channels");
        ready.putObject("application").put("id", world.bot).put("flags", 0);
        return ready;
    }
}
