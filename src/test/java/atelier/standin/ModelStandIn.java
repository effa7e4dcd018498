package atelier.standin;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all stand-ins for model servers can be told: what to answer, how fast, and how to fail. It listens from construction to
/// [#close()]; all methods may be called at any time from any thread.
public abstract class ModelStandIn implements AutoCloseable {
    final List<ListedModel> models = new CopyOnWriteArrayList<>();
    @SuppressWarnings("this-escape") // nobody knows the port before construction is over
    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Seen> abandoned = new LinkedBlockingQueue<>();
    private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
    private final Queue<Refused> nextListings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile @Nullable Fault always;
    private volatile Function<Seen, String> answer = request -> "Hello from the stand-in.";
    private volatile Duration perToken = Duration.ZERO;
    private volatile @Nullable Gate gate;
    private volatile @Nullable CountDownLatch loading;
    private volatile boolean listingStalls;
    private volatile boolean forgets;
    private volatile @Nullable Refused schemas;
    private volatile @Nullable Duration wait;
    private volatile @Nullable String elsewhere;
    volatile String thinking = "";
    volatile int promptTokens = 12;
    volatile int cachedTokens;
    volatile int outputTokens = 34;

    /// A model it lists; `loaded` may change.
    record ListedModel(String name, boolean loaded, int contextTokens) {}

    private record Gate(int after, CountDownLatch latch) {}

    /// How a refusal looks on the wire.
    record Refused(int status, String body, List<String> headers) {}

    /// Where it listens, such as `http://localhost:40123`.
    public final String url() {
        return "http://localhost:" + server.port();
    }

    public final int port() {
        return server.port();
    }

    public final ModelStandIn hasModel(String name) {
        return hasModel(name, true, 32768);
    }

    public final ModelStandIn hasModel(String name, boolean loaded, int contextTokens) {
        models.removeIf(model -> model.name().equals(name));
        models.add(new ListedModel(name, loaded, contextTokens));
        return this;
    }

    public final ModelStandIn hasNoModels() {
        models.clear();
        return this;
    }

    /// Answers with these words, a word per frame, until told otherwise; ends any fault.
    public final ModelStandIn answers(String text) {
        return answersBy(request -> text);
    }

    /// Answers according to the request.
    public final ModelStandIn answersBy(Function<Seen, String> words) {
        answer = words;
        always = null;
        next.clear();
        return this;
    }

    /// Thinks these words before each answer, in the protocol's own way.
    public final ModelStandIn thinks(String words) {
        thinking = words;
        return this;
    }

    /// What it counts from now on.
    public final ModelStandIn counts(int prompt, int output) {
        promptTokens = prompt;
        outputTokens = output;
        return this;
    }

    /// How many of the prompt's tokens it says it had kept from earlier.
    public final ModelStandIn countsCached(int tokens) {
        cachedTokens = tokens;
        return this;
    }

    /// What it asks for when it is [Fault#RATE_LIMITED], instead of a moment.
    public final ModelStandIn asksToWait(Duration time) {
        wait = time;
        return this;
    }

    /// Where its [Fault#REDIRECT] leads.
    public final ModelStandIn redirectsTo(String address) {
        elsewhere = address;
        return this;
    }

    /// Fails like this until [#answers] is called.
    public final ModelStandIn fails(Fault fault) {
        always = fault;
        return this;
    }

    /// Fails once like each of these, in turn, then as before.
    public final ModelStandIn failsOnce(Fault... faults) {
        next.addAll(List.of(faults));
        return this;
    }

    /// Refuses every request for an answer by a schema, in the words such servers have for it.
    public final ModelStandIn refusesSchemas(int status, String body) {
        schemas = new Refused(status, body, List.of());
        return this;
    }

    /// Waits so long before every further word.
    public final ModelStandIn takesPerWord(Duration time) {
        perToken = time;
        return this;
    }

    /// Waits after so many words (0: before the headers) until the result is counted down.
    public final CountDownLatch holdsAfter(int words) {
        var latch = new CountDownLatch(1);
        gate = new Gate(words, latch);
        return latch;
    }

    /// Models not loaded stay so until the result is counted down; whoever asks for one waits.
    public final CountDownLatch holdsLoading() {
        var latch = new CountDownLatch(1);
        loading = latch;
        return latch;
    }

    /// Does not answer listings any more, though it accepts connections.
    public final ModelStandIn listingStalls() {
        listingStalls = true;
        return this;
    }

    /// Refuses the next listing like this.
    public final ModelStandIn refusesListing(Fault fault) {
        nextListings.add(refused(fault));
        return this;
    }

    /// Answers the next listing with these very words.
    public final ModelStandIn answersListing(int status, String body) {
        nextListings.add(new Refused(status, body, List.of()));
        return this;
    }

    /// Refuses connections from now on.
    public final void goesDown() {
        server.goDown();
    }

    /// Accepts connections on the same port again.
    public final void comesBack() {
        server.comeBack();
    }

    /// Keeps no request from now on: there are too many.
    public final ModelStandIn keepsNothing() {
        forgets = true;
        requests.clear();
        return this;
    }

    /// All requests so far.
    public final List<Seen> requests() {
        return List.copyOf(requests);
    }

    /// How many answers it was making at the same time, at most.
    public final int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// The requests so far that wanted text.
    public final List<Seen> generations() {
        return requests.stream().filter(this::isGeneration).toList();
    }

    /// Waits until a client has closed the connection of an unfinished answer; each such event is told once.
    public final boolean awaitClientGone(Duration limit) throws InterruptedException {
        return abandoned.poll(limit.toNanos(), TimeUnit.NANOSECONDS) != null;
    }

    @Override
    public final void close() {
        server.close();
    }

    /// Seconds to wait, with a fraction.
    ///
    /// @param usual when nothing else was wished for
    final String secondsToWait(String usual) {
        Duration told = wait;
        return told == null ? usual : BigDecimal.valueOf(told.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    final String redirection() {
        String other = elsewhere;
        return other == null ? url() + "/elsewhere" : other;
    }

    final String answerTo(Seen request) {
        return answer.apply(request);
    }

    abstract boolean isGeneration(Seen request);

    /// Answers anything but a generation.
    abstract void other(Call call) throws IOException, InterruptedException;

    abstract Refused refused(Fault fault);

    abstract Wire wire(Seen request);

    /// What this server would refuse of a request that is otherwise fine; null for nothing.
    @Nullable
    Refused objects(Seen request) {
        return null;
    }

    private void handle(Call call) throws IOException, InterruptedException {
        if (!forgets) {
            requests.add(call.seen());
        }
        try {
            if (isGeneration(call.seen())) {
                Fault once = next.poll();
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                try {
                    generate(call, once != null ? once : always);
                } finally {
                    atOnce.decrementAndGet();
                }
            } else if (listingStalls) {
                call.stall();
            } else {
                list(call, nextListings.poll());
            }
        } catch (IOException e) {
            call.clientGone(); // seen by writing, before reading has shown it
            throw e;
        } finally {
            if (call.wasAbandoned()) {
                abandoned.add(call.seen());
            }
        }
    }

    private void list(Call call, @Nullable Refused instead) throws IOException, InterruptedException {
        if (instead == null) {
            other(call);
        } else {
            call.reply(instead.status(), "application/json", instead.body(), instead.headers().toArray(String[]::new));
        }
    }

    private void generate(Call call, @Nullable Fault fault) throws IOException, InterruptedException {
        if (fault != null) {
            new Faulty(this, wire(call.seen())).serve(call, fault);
            return;
        }
        Refused refused = asksForSchema(call.seen()) && schemas != null ? schemas : objects(call.seen());
        if (refused != null) {
            call.reply(refused.status(), "application/json", refused.body(),
                    refused.headers().toArray(String[]::new));
            return;
        }
        Wire wire = wire(call.seen());
        if (!load(call, wire.model()) || !passes(call, 0)) {
            return;
        }
        call.begin(wire.type());
        call.send(wire.opening());
        if (!thinking.isEmpty()) {
            call.send(wire.thought(thinking));
        }
        int word = 0;
        for (String piece : pieces(answer.apply(call.seen()))) {
            if ((word > 0 && !passes(call, word)) || (!perToken.isZero() && call.pause(perToken))) {
                return;
            }
            call.send(wire.text(piece));
            word++;
        }
        if (passes(call, word)) {
            call.send(wire.last("stop"));
            call.end();
        }
    }

    /// Not where a schema only stands in the words.
    private static boolean asksForSchema(Seen request) {
        return request.body().contains("\"properties\"");
    }

    private boolean passes(Call call, int word) throws InterruptedException {
        Gate at = gate;
        return at == null || at.after() != word || waits(call, at.latch());
    }

    /// @return false when the client went
    final boolean load(Call call, String name) throws InterruptedException {
        CountDownLatch latch = loading;
        boolean cold = models.stream().anyMatch(model -> model.name().equals(name) && !model.loaded());
        if (cold && latch != null && !waits(call, latch)) {
            return false;
        }
        models.replaceAll(model -> model.name().equals(name)
                ? new ListedModel(name, true, model.contextTokens())
                : model);
        return true;
    }

    private static boolean waits(Call call, CountDownLatch latch) throws InterruptedException {
        while (latch.getCount() > 0) {
            if (call.pause(Duration.ofMillis(5))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> pieces(String text) {
        return new ArrayList<>(List.of(text.split("(?<=\\s)")));
    }
}
