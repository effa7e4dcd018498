package atelier.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Which models there are and how they are, found out by listing alone: nothing is ever generated for it. Thread-safe. Usable without
/// [#start()], then it looks when first asked and whenever what it knows has grown old.
public final class Health implements AutoCloseable {
    /// How often servers are listed.
    public static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Listing NOT_ASKED = new Listing.Down(Trouble.passing(Failure.UNREACHABLE, "not asked yet"));

    private final List<Provider> providers;
    private final Clock clock;
    private final Duration period;
    private final Map<String, List<Model>> lastKnown = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> loading = new ConcurrentHashMap<>();
    private final ReentrantLock pass = new ReentrantLock();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong passes = new AtomicLong();
    private volatile Map<String, Listing> listings = Map.of();
    private volatile Instant seen = Instant.MIN;
    private volatile @Nullable Thread thread;

    public Health(List<Provider> providers, Clock clock, Duration period) {
        this.providers = List.copyOf(providers);
        this.clock = clock;
        this.period = period;
    }

    /// Begins a listing every period from now on, or up to a tenth sooner, so that servers are not all asked at once.
    public void start() {
        thread = Thread.ofVirtual().name("health").start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                refresh();
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                long early = ThreadLocalRandom.current().nextLong(period.toMillis() / 10 + 1);
                long pause = Math.max(1, period.toMillis() - early - took);
                boolean woken = wake.tryAcquire(pause, TimeUnit.MILLISECONDS);
                if (woken) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /// Lists soon, because something was found to have changed. Does not wait.
    void wake() {
        wake.release();
    }

    /// Lists now; returns when done, at the latest after about five seconds.
    public void refresh() {
        long before = passes.get();
        pass.lock();
        try {
            if (passes.get() > before + 1 || providers.isEmpty()) {
                return; // a whole pass happened while waiting for the lock
            }
            list();
            seen = clock.instant();
            passes.incrementAndGet();
        } finally {
            pass.unlock();
        }
    }

    private void list() {
        Map<String, Listing> fresh = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Listing>> asked = new ArrayList<>();
            providers.forEach(provider -> asked.add(threads.submit(() -> provider.models(LIMIT))));
            for (int i = 0; i < asked.size(); i++) {
                fresh.put(providers.get(i).id(), answer(asked.get(i)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        fresh.forEach((id, listing) -> {
            if (listing instanceof Listing.Up(List<Model> models)) {
                lastKnown.put(id, models);
            }
        });
        busy.clear();
        listings = fresh;
    }

    private static Listing answer(Future<Listing> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) { // one provider's mistake must not hide the others
            return new Listing.Down(Trouble.lasting(Failure.INVALID, "cannot be asked"));
        }
    }

    /// How many times the servers have been listed.
    long passes() {
        return passes.get();
    }

    /// What the provider said last; listed first if that is too long ago.
    Listing listing(Provider provider) {
        freshen();
        return listed(provider);
    }

    private Listing listed(Provider provider) {
        return listings.getOrDefault(provider.id(), NOT_ASKED);
    }

    /// Remembers until the next listing that a model turned a wish away.
    void isBusy(Model model) {
        busy.add(model.id());
    }

    /// It has answered since.
    void isFree(Model model) {
        busy.remove(model.id());
    }

    /// Shows the model loading until the result is closed, whatever its server says meanwhile; closing twice does no harm.
    Cancellation.Registration loading(Model model) {
        loading.merge(model.id(), 1, Integer::sum);
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.getAndSet(false)) {
                loading.computeIfPresent(model.id(), (id, count) -> count == 1 ? null : count - 1);
            }
        };
    }

    /// All models, the local ones first; those of a silent server as last known, offline. Lists first when that is due.
    public List<Model> models() {
        freshen();
        return known();
    }

    /// The same as far as they have been listed already: never waits for a server.
    public List<Model> known() {
        List<Model> local = new ArrayList<>();
        List<Model> cloud = new ArrayList<>();
        for (Provider provider : providers) {
            (provider.isLocal() ? local : cloud).addAll(models(provider, listed(provider)));
        }
        local.addAll(cloud);
        return local;
    }

    /// The provider's models with their states.
    List<Model> models(Provider provider) {
        return models(provider, listing(provider));
    }

    private List<Model> models(Provider provider, Listing listing) {
        return switch (listing) {
            case Listing.Up(List<Model> models) -> models.stream().map(model -> model.with(state(model))).toList();
            case Listing.Down _ -> lastKnown.getOrDefault(provider.id(), List.of()).stream()
                    .map(model -> model.with(Model.State.OFFLINE)).toList();
        };
    }

    private Model.State state(Model listed) {
        if (loading.containsKey(listed.id())) {
            return Model.State.LOADING;
        }
        return busy.contains(listed.id()) ? Model.State.BUSY : listed.state();
    }

    private void freshen() {
        if (passes.get() == 0 || seen.isBefore(clock.instant().minus(period.multipliedBy(2)))) {
            refresh();
        }
    }

    /// Ends the listing.
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
