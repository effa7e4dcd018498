package atelier.standin;

import atelier.adapter.Door.Fault;
import atelier.adapter.Door.Seen;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Telegram on loopback: a Bot API server that keeps the documented limits, and the people who use it. Its state outlives
/// the bot, so a bot may be stopped and started against it.
public final class TelegramStandIn implements AutoCloseable {
    private static final Set<String> SENDING = Set.of("sendmessage", "editmessagetext", "senddocument", "sendaudio",
            "sendvoice", "sendphoto", "sendmediagroup");

    /// One call the bot made.
    ///
    /// @param parameters without uploaded files
    /// @param refusal    empty when it was done
    public record Call(String method, JsonNode parameters, String refusal) {}

    /// A fault in waiting, for one method or for any.
    private record Planned(String method, Fault fault) {
        boolean meets(String called) {
            return method.isEmpty() || method.equals(called);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TelegramMethods methods = new TelegramMethods();
    private final TelegramPace pace;
    private final ConcurrentLinkedDeque<Planned> faults = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<TelegramRefusal> pollFaults = new ConcurrentLinkedDeque<>();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<String> witness = _ -> {};
    private volatile Consumer<Call> reader = _ -> {};
    private volatile boolean forgets;
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Long> people = new ConcurrentHashMap<>();
    private final AtomicLong nextPerson = new AtomicLong(1001);
    private final AtomicLong nextFile = new AtomicLong(1);
    private final String token = TelegramChats.BOT_ID + ":stand-in_AAE" + "x".repeat(28);

    /// @throws IOException when no port is free
    public TelegramStandIn() throws IOException {
        this(4, 20);
    }

    /// @param burst          calls a chat takes at once before it is told to slow down to one a second
    /// @param groupPerMinute calls a group takes in a minute
    /// @throws IOException when no port is free
    public TelegramStandIn(int burst, int groupPerMinute) throws IOException {
        pace = new TelegramPace(burst, groupPerMinute);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Base address of the Bot API.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The bot's token.
    public String token() {
        return token;
    }

    /// `person` writes to the bot in private.
    public void says(String person, String text) {
        receives(message(person, privately(person)).put("text", text));
    }

    /// A person administers a group from now on, both by number.
    public void appoints(long group, String id) {
        methods.administrators.add(group + "/" + id);
    }

    /// Messages the bot took away, as `chat/message`.
    public List<String> deleted() {
        return methods.deleted;
    }

    /// `person` writes in a group, as it arrives at a bot without privacy mode.
    public void saysIn(long group, String person, String text) {
        receives(inGroup(group, person).put("text", text));
    }

    /// A message in a group, to be completed by the test.
    public ObjectNode inGroup(long group, String person) {
        return message(person, methods.chats.chat(group, "supergroup", "Group"));
    }

    /// A private message, to be completed by the test.
    public ObjectNode inPrivate(String person) {
        return message(person, privately(person));
    }

    /// Delivers a message.
    ///
    /// @return the update's id
    public long receives(ObjectNode message) {
        var update = TelegramForm.JSON.createObjectNode();
        update.set("message", message);
        return updates(update);
    }

    /// Delivers any update.
    ///
    /// @return its id
    public long updates(ObjectNode update) {
        return methods.updates.add(update);
    }

    /// `person` sends a file as a document.
    public void sends(String person, String caption, String name, String mediaType, byte[] content) {
        var message = message(person, privately(person)).put("caption", caption);
        message.putObject("document").put("file_id", keeps(name, content)).put("file_name", name)
                .put("mime_type", mediaType).put("file_size", content.length);
        receives(message);
    }

    /// Stores content on the platform and returns its file id.
    public String keeps(String name, byte[] content) {
        var id = "F" + nextFile.getAndIncrement();
        methods.files.put(id, new TelegramForm.Upload(name, content));
        return id;
    }

    /// `person` presses the button with this label under the newest message in their chat that has one.
    public void presses(String person, String label) {
        var chat = privately(person);
        var message = methods.chats.newestWith(chat.path("id").asLong(), label).orElseThrow();
        var update = TelegramForm.JSON.createObjectNode();
        var query = update.putObject("callback_query").put("id", "cb" + nextFile.getAndIncrement())
                .put("data", message.dataOf(label).orElseThrow()).put("chat_instance", "1");
        query.set("from", person(person));
        query.set("message", methods.chats.json(message));
        methods.callbacks.put(query.path("id").asText(), person);
        updates(update);
    }

    /// `person` blocks the bot.
    public void blocks(String person) {
        methods.chats.block(privately(person).path("id").asLong());
    }

    /// The newest update arrives once more.
    public void deliversAgain() {
        methods.updates.repeat();
    }

    /// The bot's messages in the private chat with `person`, as they look now.
    public List<Seen> seenBy(String person) {
        return seenIn(privately(person).path("id").asLong());
    }

    /// The bot's messages in a chat.
    public List<Seen> seenIn(long chat) {
        return methods.chats.in(chat).stream().map(message -> new Seen(String.valueOf(message.id), message.text,
                message.labels(), Map.copyOf(message.files), message.edits)).toList();
    }

    /// How the files in a chat were sent: document, audio, voice or photo.
    public List<String> fileKindsIn(String person) {
        return methods.chats.in(privately(person).path("id").asLong()).stream()
                .flatMap(message -> message.kinds.stream()).toList();
    }

    public List<String> noticesTo(String person) {
        return methods.notices.getOrDefault(person, List.of());
    }

    /// The next call that sends or edits fails like this.
    public void failNext(Fault fault) {
        faults.add(new Planned("", fault));
    }

    /// The next call of `method`, given in lower case, fails like this.
    public void failNext(String method, Fault fault) {
        faults.add(new Planned(method, fault));
    }

    /// Calls of `method`, given in lower case, arrive but are not carried out until the result is counted down; then they are,
    /// whether or not the caller is still there.
    public CountDownLatch holds(String method) {
        var latch = new CountDownLatch(1);
        held.put(method, latch);
        return latch;
    }

    /// The next poll is refused.
    public void refuseNextPoll(int code, String description, int retryAfter) {
        pollFaults.add(new TelegramRefusal(code, description, retryAfter));
    }

    /// From now on `witness` hears of each call at once: its method in lower case when it came, and that followed by `done`
    /// when it was carried out and is about to be answered; of polls only when they brought something.
    public void tells(Consumer<String> listener) {
        witness = listener;
    }

    /// From now on `listener` reads each call that was carried out, and none is kept: there are too many.
    public void readBy(Consumer<Call> listener) {
        reader = listener;
        forgets = true;
    }

    /// Nothing fails any more.
    public void works() {
        faults.clear();
        pollFaults.clear();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// Calls of one method, given in lower case.
    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    public int callsDuringPenalty() {
        return pace.callsDuringPenalty();
    }

    public List<String> unsafePayloads() {
        return List.copyOf(methods.unsafe);
    }

    /// The command menu by language, empty for all.
    public Map<String, JsonNode> commands() {
        return Map.copyOf(methods.commands);
    }

    /// Highest update id the bot confirmed.
    public long confirmed() {
        return methods.updates.confirmed();
    }

    private ObjectNode privately(String person) {
        return methods.chats.chat(idOf(person), "private", person);
    }

    /// What is paid in Stars.
    public TelegramStars stars() {
        return methods.stars;
    }

    /// As `from` of an update has them.
    public ObjectNode user(String person) {
        return person(person);
    }

    /// Telegram's number of this person.
    public long idOf(String person) {
        return people.computeIfAbsent(person, fresh -> nextPerson.getAndIncrement());
    }

    private ObjectNode person(String name) {
        return TelegramForm.JSON.createObjectNode().put("id", idOf(name)).put("is_bot", false).put("first_name", name)
                .put("language_code", "en");
    }

    private ObjectNode message(String person, ObjectNode chat) {
        var message = TelegramForm.JSON.createObjectNode().put("message_id", methods.chats.nextId())
                .put("date", System.currentTimeMillis() / 1000);
        message.set("from", person(person));
        message.set("chat", chat);
        return message;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/file/bot" + token + "/documents/")) {
                download(exchange, path.substring(path.lastIndexOf('/') + 1));
            } else if (path.startsWith("/bot" + token + "/")) {
                call(exchange, path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
            } else {
                answer(exchange, new TelegramRefusal(401, "Unauthorized"));
            }
        }
    }

    private void call(HttpExchange exchange, String method) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var form = TelegramForm.read(type == null ? "" : type, exchange.getRequestBody().readAllBytes());
        waitWhileHeld(method);
        try {
            witness.accept(method);
            var fault = checked(method, form);
            var result = methods.call(method, form);
            if (!method.equals("getupdates") || !result.isEmpty()) {
                witness.accept(method + " done");
            }
            var done = new Call(method, form.fields(), "");
            reader.accept(done);
            if (!forgets) {
                calls.add(done);
            }
            if (fault instanceof Fault.SentButSilent) {
                return;
            }
            var body = TelegramForm.JSON.createObjectNode().put("ok", true);
            body.set("result", result);
            respond(exchange, 200, body.toString().getBytes(StandardCharsets.UTF_8));
        } catch (TelegramRefusal refusal) {
            calls.add(new Call(method, form.fields(), String.valueOf(refusal.getMessage())));
            answer(exchange, refusal);
        }
    }

    private void waitWhileHeld(String method) {
        var latch = held.get(method);
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Fault checked(String method, TelegramForm form) {
        if (method.equals("getupdates")) {
            var refusal = pollFaults.poll();
            if (refusal != null) {
                throw refusal;
            }
        }
        if (!SENDING.contains(method)) {
            return null;
        }
        var chat = form.field("chat_id").asLong();
        pace.pass(chat);
        var planned = faults.peek();
        if (planned == null || !planned.meets(method)) {
            return null;
        }
        faults.remove(planned);
        var fault = planned.fault();
        switch (fault) {
            case Fault.SlowDown slow -> pace.slowDown(chat, (int) Math.ceilDiv(slow.retryAfter().toMillis(), 1000L));
            case Fault.ServerError ignored -> throw new TelegramRefusal(500, "Internal Server Error");
            case Fault.MessageGone ignored -> methods.chats.delete(form.field("message_id").asLong());
            case Fault.SentButSilent ignored -> {
            }
        }
        return fault;
    }

    private void download(HttpExchange exchange, String id) throws IOException {
        var file = methods.files.get(id);
        respond(exchange, file == null ? 404 : 200,
                file == null ? "{\"ok\":false}".getBytes(StandardCharsets.UTF_8) : file.content());
    }

    private static void answer(HttpExchange exchange, TelegramRefusal refusal) throws IOException {
        var body = TelegramForm.JSON.createObjectNode().put("ok", false).put("error_code", refusal.code)
                .put("description", refusal.getMessage());
        if (refusal.retryAfter > 0) {
            body.putObject("parameters").put("retry_after", refusal.retryAfter);
        }
        respond(exchange, refusal.code, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        methods.updates.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
