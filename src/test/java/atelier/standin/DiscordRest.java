package atelier.standin;

import atelier.adapter.Door;
import atelier.standin.DiscordRules.Refusal;
import atelier.standin.DiscordWorld.Interaction;
import atelier.standin.DiscordWorld.Post;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/// The REST side, version 10: the calls a chat bot makes, with their clocks, limits and error codes.
final class DiscordRest extends Dispatcher {
    private static final Duration TO_ACKNOWLEDGE = Duration.ofSeconds(3);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final DiscordWorld world;
    private final DiscordGateway gateway;
    private final DiscordPenalties penalties;
    private final DiscordShards shards;
    final Deque<Door.Fault> faults = new ConcurrentLinkedDeque<>();
    final List<JsonNode> payloads = new CopyOnWriteArrayList<>();
    final List<String> unsafe = new CopyOnWriteArrayList<>();
    final List<String> refusals = new CopyOnWriteArrayList<>();
    final List<String> notices = new CopyOnWriteArrayList<>();
    final List<JsonNode> quickAnswers = new CopyOnWriteArrayList<>();
    final List<JsonNode> registrations = new CopyOnWriteArrayList<>();
    final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    volatile Consumer<String> witness = _ -> {};
    volatile boolean botIsMember = true;
    private volatile String base = "";
    private volatile @Nullable MockWebServer server;

    DiscordRest(DiscordWorld world, DiscordGateway gateway, DiscordPenalties penalties, DiscordShards shards) {
        this.shards = shards;
        this.world = world;
        this.gateway = gateway;
        this.penalties = penalties;
    }

    void at(String baseUrl) {
        base = baseUrl;
    }

    /// Keeps the server from keeping every request it ever saw: uploads are large and a stand-in may live long.
    void forgetting(MockWebServer itsServer) {
        server = itsServer;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        var recorder = server;
        if (recorder != null) {
            recorder.takeRequest(0, TimeUnit.MILLISECONDS);
        }
        var path = List.copyOf(request.getUrl().pathSegments());
        if (path.getFirst().equals("gateway")) {
            return new MockResponse.Builder().webSocketUpgrade(gateway.listener()).build();
        }
        if (path.getFirst().equals("attachments")) {
            return file(path);
        }
        var call = request.getMethod() + " " + String.join("/", path.subList(2, path.size()));
        calls.computeIfAbsent(kind(call), fresh -> new AtomicInteger()).incrementAndGet();
        return api(call.split("[ /]", -1), request);
    }

    private MockResponse api(String[] call, RecordedRequest request) {
        var interactive = call[1].equals("interactions") || call[1].equals("webhooks");
        if (!interactive && !("Bot " + world.token).equals(request.getHeaders().get("authorization"))) {
            return refused(new Refusal(401, 0, "401: Unauthorized"));
        }
        return switch (kind(String.join(" ", call))) {
            case "GET users" -> json(200, world.self());
            case "GET gateway" -> gateway();
            case "PUT applications" -> register(DiscordMultipart.of(request).payload());
            case "POST users" -> direct(DiscordMultipart.of(request).payload());
            case "POST interactions" -> callback(call[2], call[3], DiscordMultipart.of(request).payload());
            case "POST webhooks", "PATCH webhooks" -> webhook(call, DiscordMultipart.of(request));
            case "POST channels", "PATCH channels" -> channel(call, DiscordMultipart.of(request));
            default -> refused(new Refusal(404, 0, "404: Not Found"));
        };
    }

    private MockResponse gateway() {
        var answer = DiscordWorld.JSON.createObjectNode().put("url", gateway.url()).put("shards", shards.recommended());
        answer.putObject("session_start_limit").put("total", 1000).put("remaining", 999).put("reset_after", 14400000)
                .put("max_concurrency", shards.concurrency());
        return json(200, answer);
    }

    private static String kind(String call) {
        var words = call.split("[ /]", -1);
        return words[0] + " " + words[1];
    }

    private MockResponse file(List<String> path) {
        var upload = path.size() == 4 ? world.uploads.get(path.get(2)) : null;
        if (upload == null) {
            return new MockResponse.Builder().code(404).build();
        }
        return new MockResponse.Builder().code(200).setHeader("content-type", upload.mediaType())
                .body(new Buffer().write(upload.content())).build();
    }

    private MockResponse register(JsonNode commands) {
        var refusal = DiscordRules.commands(commands);
        if (refusal != null) {
            return refused(refusal);
        }
        registrations.add(commands);
        var answer = DiscordWorld.JSON.createArrayNode();
        for (var command : commands) {
            var known = (ObjectNode) command.deepCopy();
            answer.add(known.put("id", world.snowflake()).put("application_id", world.bot)
                    .put("version", world.snowflake()));
        }
        return json(200, answer);
    }

    private MockResponse direct(JsonNode payload) {
        var person = world.byId(payload.path("recipient_id").asText());
        var channel = DiscordWorld.JSON.createObjectNode().put("id", person.direct()).put("type", 1);
        channel.putArray("recipients").add(world.user(person));
        return json(200, channel);
    }

    private MockResponse callback(String id, String token, JsonNode payload) {
        var interaction = world.interactions.get(token);
        if (interaction == null || !interaction.id.equals(id) || late(interaction)) {
            return refused(new Refusal(404, 10062, "Unknown interaction"));
        }
        synchronized (interaction) {
            if (interaction.acknowledged) {
                return refused(new Refusal(400, 40060, "Interaction has already been acknowledged."));
            }
            interaction.acknowledged = true;
            interaction.acknowledgedAt = Instant.now();
        }
        if (payload.path("type").asInt() >= 8) {
            quickAnswers.add(payload);
        }
        if (payload.path("type").asInt() == 4) {
            interaction.answer = payload.path("data").path("content").asText();
        }
        if (payload.path("type").asInt() == 5) {
            interaction.ephemeral = (payload.path("data").path("flags").asInt() & 64) != 0;
            var post = add(interaction.channel);
            post.deferred = true;
            post.onlyFor = interaction.ephemeral ? interaction.person : null;
            interaction.original = post;
        }
        witness.accept(interaction.answer.isEmpty() ? "acknowledged" : "answered");
        return new MockResponse.Builder().code(204).build();
    }

    private boolean late(Interaction interaction) {
        return Duration.between(interaction.realBorn, Instant.now()).compareTo(TO_ACKNOWLEDGE) > 0;
    }

    private MockResponse webhook(String[] call, DiscordMultipart body) {
        var interaction = world.interactions.get(call[3]);
        if (interaction == null || !interaction.acknowledged
                || Duration.between(interaction.born, world.now()).compareTo(TOKEN_LIFE) >= 0) {
            return refused(new Refusal(404, 10015, "Unknown Webhook"));
        }
        var target = target(call, interaction);
        return write(interaction.channel, call[0].equals("POST") ? null : target, body, interaction);
    }

    private @Nullable Post target(String[] call, Interaction interaction) {
        if (call[0].equals("POST")) {
            return null;
        }
        return call[5].equals("@original") ? interaction.original : world.post(call[5]);
    }

    private MockResponse channel(String[] call, DiscordMultipart body) {
        if (!world.knows(call[2])) {
            return refused(new Refusal(404, 10003, "Unknown Channel"));
        }
        if (world.isGuild(call[2]) && !botIsMember) {
            return refused(new Refusal(403, 50001, "Missing Access"));
        }
        return write(call[2], call[0].equals("POST") ? null : world.post(call[4]), body, null);
    }

    private MockResponse write(String channel, @Nullable Post target, DiscordMultipart body,
            @Nullable Interaction interaction) {
        witness.accept("send");
        payloads.add(body.payload());
        var danger = DiscordRules.unsafe(body.payload());
        if (danger != null) {
            unsafe.add(danger);
        }
        var wait = penalties.seen(channel, interaction == null);
        if (wait != null) {
            return tooFast(wait);
        }
        var fault = faults.poll();
        return switch (fault) {
            case null -> {
                var answer = stored(channel, target, body, interaction);
                witness.accept("sent");
                yield answer;
            }
            case Door.Fault.SlowDown slow -> tooFast(penalties.punish(channel, slow.retryAfter()));
            case Door.Fault.ServerError broken -> new MockResponse.Builder().code(502).body("upstream").build();
            case Door.Fault.SentButSilent silent -> stored(channel, target, body, interaction).newBuilder()
                    .headersDelay(30, TimeUnit.SECONDS).build();
            case Door.Fault.MessageGone gone -> {
                world.posts.removeIf(post -> post.equals(target));
                yield refused(new Refusal(404, 10008, "Unknown Message"));
            }
        };
    }

    private MockResponse stored(String channel, @Nullable Post target, DiscordMultipart body,
            @Nullable Interaction interaction) {
        var payload = body.payload();
        var isNew = target == null;
        var refusal = DiscordRules.message(payload, body.files(), isNew);
        if (refusal == null && target != null && !world.posts.contains(target)) {
            refusal = new Refusal(404, 10008, "Unknown Message");
        }
        if (refusal != null) {
            return refused(refusal);
        }
        var known = isNew && interaction == null ? world.nonces.get(nonce(channel, payload)) : null;
        var twin = known == null ? null : world.post(known);
        if (twin != null) {
            return json(200, world.message(twin, base));
        }
        var post = target == null ? fresh(channel, payload, interaction) : target;
        fill(post, body, isNew);
        return json(200, world.message(post, base));
    }

    private Post fresh(String channel, JsonNode payload, @Nullable Interaction interaction) {
        var original = interaction == null ? null : interaction.original;
        if (original != null && original.deferred) {
            return original;
        }
        var post = add(channel);
        if (interaction == null && payload.path("enforce_nonce").asBoolean()) {
            world.nonces.put(nonce(channel, payload), post.id);
        }
        if (interaction != null && (payload.path("flags").asInt() & 64) != 0) {
            post.onlyFor = interaction.person;
            notices.add(interaction.person + ":" + payload.path("content").asText());
        }
        post.reference = payload.path("message_reference").path("message_id").asText(null);
        return post;
    }

    private static String nonce(String channel, JsonNode payload) {
        return payload.path("enforce_nonce").asBoolean() ? channel + ":" + payload.path("nonce").asText() : "";
    }

    private void fill(Post post, DiscordMultipart body, boolean isNew) {
        var payload = body.payload();
        if (payload.has("content")) {
            post.content = payload.path("content").asText();
        }
        if (payload.path("components") instanceof ArrayNode components) {
            post.components = components;
        }
        if (payload.has("flags")) {
            post.flags = payload.path("flags").asInt() & ~64;
        }
        if (payload.has("attachments") || !body.files().isEmpty()) {
            var kept = new ArrayList<>(post.files.stream().filter(file -> names(payload, file.id())).toList());
            body.files().forEach(file -> kept.add(world.upload(file.name(), file.mediaType(), file.content())));
            post.files = List.copyOf(kept);
        }
        if (!isNew && !post.deferred) {
            post.edits.incrementAndGet();
        }
        post.deferred = false;
    }

    private static boolean names(JsonNode payload, String id) {
        for (var attachment : payload.path("attachments")) {
            if (attachment.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private Post add(String channel) {
        var post = new Post(world.snowflake(), channel, world.bot);
        world.posts.add(post);
        return post;
    }

    private MockResponse tooFast(Duration wait) {
        var seconds = wait.toMillis() / 1000.0;
        var body = DiscordWorld.JSON.createObjectNode().put("message", "You are being rate limited.")
                .put("retry_after", seconds).put("global", penalties.isForAll());
        var answer = json(429, body).newBuilder();
        if (penalties.isForAll()) {
            answer.setHeader("x-ratelimit-global", true);
        }
        return answer.setHeader("retry-after", (long) Math.ceil(seconds))
                .setHeader("x-ratelimit-remaining", 0).setHeader("x-ratelimit-reset-after", seconds)
                .setHeader("x-ratelimit-scope", penalties.isForAll() ? "global" : "user").build();
    }

    private MockResponse refused(Refusal refusal) {
        refusals.add(refusal.code() + " " + refusal.message());
        return json(refusal.status(), DiscordWorld.JSON.createObjectNode().put("message", refusal.message())
                .put("code", refusal.code()));
    }

    private static MockResponse json(int status, JsonNode body) {
        return new MockResponse.Builder().code(status).setHeader("content-type", "application/json")
                .setHeader("via", "1.1 google").body(body.toString()).build();
    }
}
